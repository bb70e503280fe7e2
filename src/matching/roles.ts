/**
 * Words that make a phrase a job title, in English, German, French, Spanish, Portuguese, Italian, Dutch and Indonesian.
 *
 * @module
 */
import { wordsOf } from "./text.ts";

const roleWords = new Set(
  wordsOf(`
    accountant actor actress actuary administrator admin advisor adviser advocate aide agent ambassador analyst
    apprentice architect artist assembler assistant associate attendant attorney auditor author baker banker barber
    barista bartender biologist bookkeeper broker builder butcher buyer captain caretaker caregiver carer carpenter
    cashier caterer chairman chairperson chairwoman chauffeur chef chemist chief cleaner clerk clinician coach collector
    columnist commander commissioner consultant contractor contributor controller coordinator copywriter counsel
    counselor counsellor courier creator crew curator custodian cto ceo cfo coo cio cmo dba dealer dean decorator
    dentist deputy designer detective developer devops dietitian director dispatcher docent doctor driver economist
    editor educator electrician employee engineer entrepreneur epidemiologist evangelist examiner executive expert
    fabricator facilitator farmer fellow firefighter fitter florist foreman founder cofounder freelancer fundraiser
    gardener geologist geophysicist groundskeeper guard guide hairdresser handyman head helper host hostess
    housekeeper hygienist illustrator inspector installer instructor interim intern internship interpreter investigator
    janitor journalist judge laborer labourer landscaper lawyer lead leader lecturer liaison librarian lifeguard
    linguist loader machinist maid maintainer manager marketer mason mathematician mechanic mechanician mediator member
    merchandiser merchant messenger midwife mentor miner minister model moderator musician nanny negotiator
    notary nurse nutritionist officer operative operator optician organizer organiser owner packer painter paralegal
    paramedic partner pastor pathologist pharmacist phd photographer physician physicist physiotherapist pilot
    planner plumber policeman porter postdoc practitioner president presenter principal printer producer professor
    programmer promoter proofreader psychiatrist psychologist publicist purchaser radiographer realtor receptionist
    recruiter registrar rep reporter representative researcher resident responder reviewer roofer sailor salesman
    salesperson saleswoman scholar scientist scribe secretary seller server sergeant shareholder shepherd singer
    sitter sommelier specialist statistician steward stewardess stocker strategist student stylist superintendent
    superviser supervisor surgeon surveyor tailor teacher technician technologist teller tester therapist trader
    trainee trainer translator treasurer tutor typist underwriter undersecretary valuer veterinarian vet vendor
    videographer volunteer vp waiter waitress warden warehouseman welder worker writer md rn lpn cna
    agronomist anesthetist animator anthropologist archaeologist archivist astronomer babysitter bartender
    beautician blogger bosun botanist bricklayer cardiologist carer ciso colorist commis compositor conductor
    correspondent cosmetologist cpo cro cso cdo bdr sdr swe sde sdet sre svp evp avp gm deckhand detailer dramaturg
    drafter draftsman drummer dj ecologist esthetician estimator expediter filmmaker fisherman forester fundraiser
    geographer glazier governess groomer hacker hand historian hospitalist hygienist jeweler joiner keeper
    landlord lumberjack magician masseur masseuse merchandiser meteorologist microbiologist millwright modeler
    nephrologist neurologist neuroscientist observer oncologist orderly orthodontist panelist paraeducator
    paraprofessional patternmaker pediatrician perfusionist phlebotomist picker plasterer preparer podiatrist poet postman
    puppeteer purser radiologist ranger rapper rector rider rigger runner scaffolder sculptor seamstress
    setter signaller sociologist soldier sonographer sorter sourcer splicer sprayer statistician stonemason streamer
    substitute telemarketer tiler toolmaker trooper upholsterer urologist usher vocalist yogi zoologist
    abteilungsleiter abteilungsleiterin aushilfe aushilfskraft auszubildende auszubildender azubi arzt arztin bauleiter
    berater beraterin betreuer betreuerin buchhalter buchhalterin dozent dozentin elektriker elektroniker entwickler
    entwicklerin erzieher erzieherin fachangestellte fachangestellter fachinformatiker fachinformatikerin fachkraft
    fachverkaufer fachverkauferin fahrer filialleiter filialleiterin freiberufler geschaftsfuhrer geschaftsfuhrerin
    gesellschafter grafiker grafikerin gruppenleiter gruppenleiterin handwerker hausmeister hilfskraft ingenieur
    disponent polier schweisser magasinier boulanger albanil optometrist soignante ingenieurin inhaber inhaberin kassierer kassiererin kaufmann kauffrau kellner kellnerin koch kochin konstrukteur
    krankenpfleger krankenschwester kundenberater kundenbetreuer lagerist lehrer lehrerin leiter leiterin leitung
    mechaniker mechatroniker mediengestalter mediengestalterin meister mitarbeiter mitarbeiterin monteur pflegefachkraft
    pfleger pflegerin praktikant praktikantin praktikum programmierer projektleiter projektleiterin projektmanager
    redakteur redakteurin referent referentin sachbearbeiter sachbearbeiterin schlosser schreiner sekretarin softwareentwickler
    softwareentwicklerin sozialarbeiter sozialarbeiterin teamleiter teamleiterin techniker tischler trainerin vertriebsleiter
    vertriebsmitarbeiter verkaufer verkauferin verwalter volontar vorstand werkstudent werkstudentin wissenschaftler
    softwareingenieur softwarearchitekt datenanalyst systemadministrator bankkaufmann bankkauffrau industriekaufmann
    industriekauffrau burokaufmann burokauffrau steuerberater steuerfachangestellte assistentin assistent
    administrateur administratrice adjoint adjointe agente aide animateur animatrice architecte assistante associe
    avocat avocate caissier caissiere charge chargee chauffeur chef cheffe chercheur chercheuse chirurgien coiffeur
    coiffeuse commercial commerciale comptable concepteur conceptrice conducteur conductrice conseiller conseillere
    consultante controleur cuisinier cuisiniere developpeur developpeuse directeur directrice educateur educatrice
    electricien employe employee enseignant enseignante fondateur fondatrice formateur formatrice gerant gerante
    gestionnaire graphiste hote hotesse infirmier infirmiere informaticien ingenieur ingenieure journaliste macon
    maitre mecanicien medecin menuisier monitrice moniteur operateur operatrice ouvrier ouvriere patissier plombier
    preparateur professeur programmeur psychologue receptionniste redacteur redactrice responsable secretaire serveur
    serveuse soudeur stagiaire stage technicien technicienne traducteur traductrice vendeur vendeuse veterinaire alternant
    alternante apprenti apprentie
    abogado abogada administrador administradora administrativo administrativa analista arquitecto arquitecta asesor
    asesora asistente auxiliar ayudante becario becaria cajero cajera camarero camarera camionero cocinero cocinera
    comercial conductor conserje consultor consultora contable contador contadora coordinador coordinadora
    dependiente dependienta desarrollador desarrolladora director directora disenador disenadora docente
    economista ejecutivo ejecutiva electricista empleado empleada encargado encargada enfermero enfermera especialista
    fontanero fundador fundadora gerente gestor gestora ingeniero ingeniera instructora investigador investigadora jefe
    jefa lider maestro maestra mecanico medico medica monitor monitora mozo operador operadora operario operaria
    practicante periodista peluquero peluquera profesor profesora programador programadora psicologo psicologa
    recepcionista redactor redactora repartidor representante secretaria secretario socio supervisora soldador tecnico
    tecnica teleoperador teleoperadora traductor traductora vendedor vendedora vigilante
    advogado advogada assessor assessora atendente balconista bolsista caixa contabilista coordenador coordenadora
    cozinheiro cozinheira dentista desenvolvedor desenvolvedora designer diretor diretora eletricista empregado
    encarregado enfermeiro enfermeira engenheiro engenheira especialista estagiario estagiaria estagio farmaceutico
    fisioterapeuta garcom gestor gerente instrutor jornalista lider mecanico medico motorista operador pedreiro
    pesquisador pesquisadora porteiro professor professora programador promotor psicologo publicitario recepcionista
    redator representante secretaria servente soldador sócio tecnico tecnica tradutor vendedor vendedora zelador
    addetto addetta agente allievo amministratore amministrativo amministrativa analista apprendista architetto artigiano
    assistente autista avvocato barista bagnino cameriere cameriera capo cassiere cassiera collaboratore collaboratrice
    commercialista commesso commessa consulente contabile coordinatore coordinatrice cuoco cuoca dipendente direttore
    direttrice docente educatore educatrice elettricista fondatore geometra giornalista grafico grafica idraulico
    impiegato impiegata infermiere infermiera informatico ingegnere insegnante magazziniere manutentore meccanico medico
    muratore operaio operaia operatore operatrice praticante professore professoressa programmatore progettista
    psicologo receptionist redattore responsabile ricercatore ricercatrice saldatore segretaria segretario sviluppatore
    sviluppatrice tecnico tirocinante tirocinio titolare traduttore traduttrice venditore venditrice stagista
    accountmanager adviseur ambtenaar apotheker arts assistente baliemedewerker begeleider beheerder bedrijfsleider
    bestuurder bestuurslid boekhouder chauffeur consulent directeur docent eigenaar elektricien fysiotherapeut
    gastheer gastvrouw hoofd hulpkracht inkoper juf kapper kok leerkracht leidinggevende loodgieter magazijnmedewerker
    medewerker medewerkster monteur notaris oprichter ontwikkelaar onderzoeker ontwerper penningmeester planner
    programmeur projectleider psycholoog schilder schoonmaker secretaresse stagiair stagiaire stage teamleider timmerman
    verkoper verkoopmedewerker verpleegkundige verpleger vertegenwoordiger verzorgende voorzitter vrijwilliger
    vakkenvuller winkelmedewerker
    ahli akuntan analis anggota apoteker asisten asisten bendahara direktur dokter dosen fotografer guru kasir kepala
    ketua konsultan koordinator magang manajer mekanik operator pegawai pelatih pelayan pemilik peneliti penerjemah
    pengajar pengawas perawat perancang pengembang pramuniaga pramusaji programmer sekretaris staf staff supir teknisi
    wakil wartawan relawan
  `),
);

/** Endings that make a German, Dutch or English compound a title: "Projektingenieur", "Softwareentwicklerin". */
const roleEndings =
  /(?:ingenieur|entwickler|leiter|berater|techniker|mechaniker|mitarbeiter|assistent|verkaufer|kaufmann|manager|helfer|pfleger|lehrer|arbeiter|fuhrer|medewerker|adviseur|ontwikkelaar|kundige|beheerder|angestellte[rn]?|engineer|developer|designer)(?:in|innen|s)?$/u;

/** Whether a folded word names what somebody does. */
export function isRoleWord(word: string): boolean {
  return roleWords.has(word) || (word.length > 8 && roleEndings.test(word)) ||
    (word.length > 4 && word.endsWith("s") && roleWords.has(word.slice(0, -1))) ||
    // "Konstrukteurin", "Lageristin"
    (word.length > 8 && word.endsWith("in") && roleWords.has(word.slice(0, -2)));
}

/** Whether a text holds a word that names what somebody does. */
export function hasRole(text: string): boolean {
  return wordsOf(text).some(isRoleWord);
}
