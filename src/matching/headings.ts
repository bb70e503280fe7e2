/**
 * What people call the parts of a résumé, in English, German, French, Spanish, Portuguese, Italian, Dutch and
 * Indonesian. Everything is folded: lower case, without accents.
 *
 * @module
 */
import { folded, wordsOf } from "./text.ts";
import type { SectionName } from "./types.ts";

/** Headings as a whole, by section. `header` is contact and personal details. */
const aliases: Partial<Record<SectionName, string>> = {
  header: `contact; contacts; contact me; contact info; contact information; contact details; personal information;
    personal details; personal data; personal info; personal particulars; address; get in touch; bio data; biodata;
    links; find me online; find me on; social; social media; social links; online profiles; online presence; web presence;
    kontakt; kontaktdaten; personliche daten; personliche angaben; zur person; personalien; angaben zur person;
    coordonnees; informations personnelles; donnees personnelles; etat civil; contactez moi;
    contacto; datos personales; datos de contacto; informacion personal; informacion de contacto;
    contato; contatos; dados pessoais; informacoes pessoais; informacao pessoal; informacoes de contato;
    contatti; dati personali; informazioni personali; recapiti; dati anagrafici;
    contactgegevens; persoonlijke gegevens; personalia; persoonsgegevens;
    kontak; data pribadi; data diri; informasi pribadi; informasi kontak; identitas diri; biodata diri`,
  summary:
    `summary; profile; about; about me; objective; objectives; overview; introduction; bio; biography; who i am; highlights; background;
    professional summary; executive summary; career summary; summary of qualifications; qualifications summary; career profile;
    professional profile; personal profile; personal summary; personal statement; career objective; job objective;
    professional objective; professional overview; career overview; career highlights; key highlights; statement;
    personal statement; summary statement; profile summary; resume summary; cv summary; summary of experience; value proposition; mission; welcome;
    profil; kurzprofil; uber mich; zusammenfassung; personliches profil; berufsziel; beruflicher hintergrund; karriereziel; ziel; kurzvorstellung; kurzbiografie;
    resume; a propos; a propos de moi; objectif; objectif professionnel; presentation; profil professionnel; qui suis je;
    perfil; resumen; sobre mi; objetivo; perfil profesional; acerca de mi; resumen profesional; objetivo profesional; extracto;
    resumo; sobre mim; perfil profissional; resumo profissional; objetivo profissional; sobre; apresentacao; sintese;
    profilo; sommario; chi sono; su di me; obiettivo; profilo professionale; profilo personale; obiettivi; presentazione; obiettivo professionale;
    profiel; samenvatting; over mij; persoonlijk profiel; profielschets; doelstelling; wie ben ik;
    ringkasan; tentang saya; tujuan karir; tujuan; profil diri; profil singkat; ringkasan profesional; tentang; deskripsi diri; ringkasan profil`,
  experience:
    `experience; experiences; work experience; work experiences; employment; employment history; work history; career; career history; job history;
    professional experience; professional background; relevant experience; employment experience; career experience; positions held; positions;
    previous experience; industry experience; internships; internship; internship experience; job experience; working experience; professional history;
    work; jobs; appointments; academic appointments; research experience; teaching experience; clinical experience; military experience;
    military service; professional appointments; employment record; experience and employment; previous positions; current position; where i ve worked; field experience; practical experience; work placements; placements; earlier career; other employment; additional experience; consulting experience; freelance; freelance work; freelance experience; leadership experience; practicum; clinical rotations;
    berufserfahrung; beruflicher werdegang; berufspraxis; praktische erfahrung; praktische erfahrungen; praktika; werdegang; arbeitserfahrung; erfahrung; berufliche erfahrung; berufliche tatigkeit; berufliche tatigkeiten; berufliche stationen; berufliche laufbahn; berufserfahrungen; berufstatigkeit; berufliche erfahrungen; praktikum; erfahrungen; beruf; berufsweg; anstellungen; nebentatigkeiten; nebenjobs; studentische tatigkeiten;
    experience professionnelle; experiences professionnelles; parcours professionnel; stages; emplois; parcours; stages et emplois; historique professionnel; emploi;
    experiencia; experiencias; experiencia laboral; experiencia profesional; trayectoria profesional; historial laboral; trayectoria; antecedentes laborales; experiencia de trabajo; trayectoria laboral; practicas; practicas profesionales; vida laboral;
    experiencia profissional; experiencias profissionais; historico profissional; trajetoria profissional; percurso profissional; estagios; historico de trabalho; atuacao profissional; experiencia de trabalho;
    esperienza; esperienze; esperienza lavorativa; esperienze lavorative; esperienza professionale; esperienze professionali; tirocini; percorso professionale; carriera; storia lavorativa; stage;
    werkervaring; ervaring; loopbaan; werkervaringen; relevante werkervaring; relevante ervaring; professionele ervaring; arbeidsverleden; bijbanen; stage ervaring;
    pengalaman; pengalaman kerja; riwayat pekerjaan; pengalaman profesional; magang; riwayat kerja; pengalaman bekerja; pengalaman magang; pengalaman pekerjaan; pengalaman kerja dan magang; pekerjaan`,
  education:
    `education; educational background; academic background; education and training; academic qualifications; educational qualifications; academics; academic history; qualifications; academic record; education and qualifications; education background; education history; educational history; academic profile; schooling; studies; degrees; academic credentials; academic education; formal education; scholastic record; academic details; educational details; education and certifications; education and credentials; coursework; relevant coursework; related coursework; relevant courses; academic experience; education and honors; education and professional development; education and licenses; academic achievements; university; study abroad; courses taken;
    ausbildung; bildung; bildungsweg; schulbildung; studium; akademischer werdegang; schulische ausbildung; hochschulbildung; ausbildung und studium; studium und ausbildung; schule; akademische ausbildung; bildungsgang; aus und weiterbildung; schulische bildung; berufsausbildung; ausbildungen; schulausbildung; schulischer werdegang; bildungshintergrund; schule und studium; universitare ausbildung; hochschulstudium;
    formation; formations; etudes; diplomes; scolarite; parcours academique; formation academique; cursus; diplomes et formations; formation et diplomes; formations et diplomes; cursus scolaire; parcours scolaire; formation initiale; etudes et formations; formation universitaire; education et formation; cursus universitaire; cursus academique;
    educacion; formacion; formacion academica; estudios; estudios realizados; educacion y formacion; antecedentes academicos; preparacion academica; formacion reglada; datos academicos; titulacion;
    educacao; formacao; formacao academica; escolaridade; educacao e formacao; historico academico; graduacao; estudos; formacao escolar; habilitacoes academicas; habilitacoes literarias; percurso academico;
    istruzione; formazione; istruzione e formazione; titoli di studio; percorso di studi; studi; educazione; formazione accademica; percorso formativo; percorso accademico; titolo di studio;
    opleiding; opleidingen; onderwijs; studie; studies; scholing; opleidingen en cursussen; vooropleiding; opleiding en cursussen; opleiding en training;
    pendidikan; riwayat pendidikan; latar belakang pendidikan; pendidikan formal; pendidikan terakhir; pendidikan dan pelatihan`,
  skills:
    `skills; skill; technical skills; core competencies; competencies; core skills; key skills; expertise; areas of expertise; technologies; technical expertise; technical proficiencies; proficiencies; tools; tools and technologies; technical stack; tech stack; programming skills; programming languages; computer skills; it skills; software; software skills; soft skills; hard skills; skills and abilities; abilities; skill set; skillset; skills summary; specialties; specialities; strengths; key strengths; capabilities; core capabilities; key competencies; professional skills; fields; toolbox; skills and interests; skills and tools; technical knowledge; knowledge; areas of knowledge; operating systems; frameworks; libraries; databases; platforms; relevant skills; additional skills; other skills; technical competencies; technical summary; technical profile; core strengths; skills and expertise; skills and competencies; computer proficiency; industry expertise; skills and certifications; personal skills; interpersonal skills; transferable skills; clinical skills; functional skills; top skills; skill highlights; highlights of qualifications; areas of strength; software proficiency; key qualifications; core qualifications; technical tools; technical environment; development tools; digital skills; methodologies; leadership skills; management skills; practical skills; what i do; services; research interests; research areas; areas of interest and expertise; personal strengths; technical skillset; skills overview; licenses and skills; equipment; machinery;
    kenntnisse; fahigkeiten; kompetenzen; fachkenntnisse; edv kenntnisse; it kenntnisse; technische kenntnisse; kenntnisse und fahigkeiten; besondere kenntnisse; fachliche kompetenzen; soziale kompetenzen; softwarekenntnisse; computerkenntnisse; schlusselkompetenzen; weitere kenntnisse; sonstige kenntnisse; programmierkenntnisse; qualifikationen; technologien; werkzeuge; kernkompetenzen; fertigkeiten; zusatzqualifikationen; starken; pc kenntnisse; edv; fachkompetenzen; technische fahigkeiten; personliche fahigkeiten; personliche starken; methodenkompetenz; fahigkeiten und kenntnisse; kenntnisse und qualifikationen; expertise und skills; programmiersprachen;
    competences; competences techniques; competences professionnelles; savoir faire; savoir etre; informatique; competences informatiques; outils; atouts; connaissances; competences cles; logiciels; aptitudes; connaissances informatiques; domaines de competences; domaines d expertise; qualites; competences personnelles; langages; technologies maitrisees; outils informatiques; competences et outils; environnement technique; points forts;
    habilidades; competencias; conocimientos; aptitudes; informatica; competencias tecnicas; habilidades tecnicas; conocimientos tecnicos; conocimientos informaticos; herramientas; destrezas; capacidades; habilidades y competencias; competencias profesionales; aptitudes profesionales; tecnologias; competencias digitales; fortalezas; conocimientos de informatica; lenguajes de programacion; habilidades blandas; competencias clave;
    habilidades tecnicas; conhecimentos; competencias tecnicas; conhecimentos tecnicos; ferramentas; qualificacoes; competencias pessoais; habilidades e competencias; conhecimentos de informatica; conhecimentos especificos; principais competencias; qualificacoes profissionais; resumo de qualificacoes; aptidoes; habilidades pessoais; informatica e tecnologias;
    competenze; competenze tecniche; capacita; abilita; conoscenze informatiche; competenze informatiche; competenze digitali; capacita e competenze; strumenti; competenze professionali; competenze personali; conoscenze; conoscenze tecniche; competenze trasversali; competenze chiave; competenze organizzative; capacita tecniche; tecnologie; hard skill; soft skill;
    vaardigheden; competenties; kennis; computervaardigheden; technische vaardigheden; kennis en vaardigheden; eigenschappen; kerncompetenties; technologieen; sterke punten; persoonlijke vaardigheden; computerkennis; softwarekennis; vaardigheden en competenties; digitale vaardigheden; expertises; it vaardigheden; kwaliteiten;
    keahlian; keterampilan; kemampuan; kompetensi; kemampuan teknis; keahlian teknis; kemampuan komputer; keterampilan teknis; alat; skill teknis; kelebihan; kemampuan dan keahlian; hard skill; soft skill`,
  projects:
    `projects; personal projects; selected projects; academic projects; side projects; key projects; project experience; project work; open source; open source contributions; open source projects; portfolio; notable projects; relevant projects; research projects; technical projects; major projects; project highlights; course projects; project; project portfolio; university projects; class projects; selected work; thesis; theses; dissertation; research; case studies; hackathons; games; apps; software projects; freelance projects; design projects; capstone project; creative work; hobby projects; pet projects; project list; projects undertaken; open source work; apps published; inventions;
    projekte; projekterfahrung; projektarbeit; ausgewahlte projekte; eigene projekte; private projekte; projektauszug; projektliste; abschlussarbeit; abschlussarbeiten; referenzprojekte; forschung; personliche projekte;
    projets; projets personnels; realisations; projets academiques; projets realises; projets scolaires; recherche;
    proyectos; proyectos personales; proyectos destacados; proyectos realizados; investigacion; portafolio;
    projetos; projetos pessoais; projetos academicos; projetos relevantes; pesquisa; portfolio;
    progetti; progetti personali; progetti rilevanti; progetti accademici; ricerca;
    projecten; persoonlijke projecten; eigen projecten; onderzoek;
    proyek; portofolio; proyek pribadi; pengalaman proyek; penelitian`,
  certifications:
    `certifications; certificates; licenses; licences; licensure; certification; certificate; licenses and certifications; certifications and licenses; certifications and training; training and certifications; training; trainings; courses; courses and certifications; professional development; professional certifications; professional qualifications; credentials; accreditations; continuing education; courses and training; professional training; additional training; online courses; specialized training; workshops; workshops and training; certifications and courses; certificates and courses; licenses and certificates; professional licenses; licensures and certifications; licensure and certifications; registrations; training and development; seminars; driving license; driving licence; driver s license; tickets and licences; licence; moocs; badges; continuing professional development; cpd;
    zertifikate; zertifizierungen; weiterbildung; weiterbildungen; fortbildungen; fortbildung; schulungen; kurse; lizenzen; scheine; zertifikate und weiterbildungen; weiterbildung und zertifikate; weiterbildungen und zertifikate; zertifizierung; fuhrerschein; lehrgange; seminare; kurse und zertifikate; berufliche weiterbildung;
    certificats; formations complementaires; habilitations; permis; certifications et formations; formation continue; formations continues; formations et certifications; attestations; permis de conduire; brevets;
    certificaciones; certificados; cursos; cursos y certificaciones; formacion complementaria; licencias; cursos y talleres; formacion continua; cursos realizados; talleres; capacitaciones; certificaciones y cursos; licencias y certificaciones; cursos y seminarios; permiso de conducir; formacion adicional;
    certificacoes; certificados; cursos e certificacoes; formacao complementar; cursos complementares; licencas; cursos extracurriculares; certificacoes e cursos; cursos e certificados; aperfeicoamento; carta de conducao; atividades complementares; formacao continuada;
    certificazioni; certificati; corsi; attestati; corsi di formazione; corsi e certificazioni; certificazioni e corsi; patenti; patente di guida; patente; formazione continua; abilitazioni;
    certificaten; cursussen; certificeringen; trainingen; cursussen en trainingen; trainingen en cursussen; diploma s en certificaten; certificaten en cursussen; rijbewijs; bijscholing;
    sertifikasi; sertifikat; pelatihan; kursus; pelatihan dan sertifikasi; sertifikasi dan pelatihan; lisensi; lisensi dan sertifikasi; seminar; kursus dan pelatihan; pendidikan non formal; seminar dan pelatihan; pelatihan dan seminar`,
  languages:
    `languages; language; language skills; foreign languages; languages spoken; spoken languages; language proficiency; linguistic skills; language competencies; language abilities; fluency;
    sprachen; sprachkenntnisse; fremdsprachen; sprachkompetenz; sprache; sprachfahigkeiten;
    langues; langues etrangeres; competences linguistiques; langue; langues parlees; connaissances linguistiques;
    idiomas; lenguas; idioma; competencias linguisticas; conocimiento de idiomas; conocimientos de idiomas;
    linguas; idiomas; conhecimentos linguisticos; linguas estrangeiras;
    lingue; lingue straniere; conoscenze linguistiche; competenze linguistiche; lingua;
    talen; talenkennis; taalvaardigheden; taalvaardigheid; taalkennis;
    bahasa; kemampuan bahasa; penguasaan bahasa; keahlian bahasa; kemampuan berbahasa; bahasa asing`,
  publications:
    `publications; papers; selected publications; patents; articles; presentations; talks; invited talks; conferences; conference presentations; publications and patents; publications and presentations; journal articles; research publications; journal papers; conference papers; books; working papers; preprints; books and publications; peer reviewed publications; lectures; speaking; speaking engagements; conference proceedings; posters; presentations and talks; talks and presentations; conferences and workshops; patents and publications; press; media; blog posts; writing; works in progress;
    publikationen; veroffentlichungen; vortrage; patente; publikationen und vortrage; konferenzen; fachartikel;
    articles scientifiques; brevets; communications; conferences et publications;
    publicaciones; ponencias; patentes; congresos; articulos; publicaciones y ponencias; conferencias;
    publicacoes; artigos; patentes; publicacoes e apresentacoes; congressos; palestras; producao cientifica;
    pubblicazioni; articoli; brevetti; convegni; conferenze;
    publicaties; artikelen; presentaties; lezingen;
    publikasi; karya ilmiah; publikasi ilmiah; paten; jurnal`,
  awards:
    `awards; honors; honours; achievements; honors and awards; awards and honors; honours and awards; awards and achievements; accomplishments; recognition; scholarships; selected honors; key achievements; awards and recognition; achievements and awards; fellowships; grants; scholarships and awards; awards and scholarships; prizes; distinctions; key accomplishments; honors and achievements; academic honors; academic awards; fellowships and awards; awards and accomplishments; career achievements; professional achievements; achievements and honors; awards and grants; grants and fellowships; honors awards; major achievements; selected achievements; recognitions; honors and scholarships; funding; rewards; medals; decorations; competitions; test scores;
    auszeichnungen; preise; ehrungen; stipendien; erfolge; preise und auszeichnungen; auszeichnungen und stipendien; stipendien und auszeichnungen; leistungen;
    prix; distinctions; recompenses; bourses; prix et distinctions; distinctions et prix; honneurs; bourses et prix;
    premios; reconocimientos; logros; becas; premios y reconocimientos; distinciones; becas y premios; honores; logros destacados;
    premios e reconhecimentos; conquistas; bolsas; reconhecimentos; distincoes; premiacoes; realizacoes; premios e distincoes; resultados;
    premi; riconoscimenti; borse di studio; premi e riconoscimenti; onorificenze; risultati;
    prijzen; onderscheidingen; beurzen; prestaties; prijzen en onderscheidingen; behaalde resultaten;
    penghargaan; prestasi; beasiswa; prestasi dan penghargaan; penghargaan dan prestasi; pencapaian`,
  volunteering:
    `volunteering; volunteer experience; volunteer work; volunteer; voluntary work; community service; community involvement; community engagement; leadership; leadership and activities; extracurricular activities; extracurriculars; activities; leadership and service; service; professional service; volunteer activities; social engagement; activities and leadership; extra curricular activities; co curricular activities; voluntary experience; leadership activities; campus involvement; memberships; professional memberships; affiliations; professional affiliations; associations; organizations; professional associations; professional organizations; membership; societies; positions of responsibility; leadership positions; outreach; community; civic activities; volunteering experience; leadership and involvement; involvement; activities and societies; extracurricular; clubs; clubs and activities; memberships and affiliations; student activities; boards; charity work; volunteer and community service;
    ehrenamt; ehrenamtliches engagement; engagement; soziales engagement; gesellschaftliches engagement; mitgliedschaften; ehrenamtliche tatigkeiten; ehrenamtliche tatigkeit; vereine; auslandserfahrung; auslandsaufenthalte; freiwilliges engagement; ausseruniversitares engagement; ausserschulisches engagement;
    benevolat; engagements; vie associative; activites associatives; activites extra professionnelles; associations; engagement associatif; engagements associatifs; activites; experience associative; experiences associatives; activites extrascolaires;
    voluntariado; actividades extracurriculares; afiliaciones; voluntariados; membresias; actividades; asociaciones;
    trabalho voluntario; atividades extracurriculares; voluntariado; atividades voluntarias; experiencia voluntaria; associacoes; atividades;
    volontariato; attivita extracurricolari; attivita; attivita di volontariato; associazioni;
    vrijwilligerswerk; nevenactiviteiten; bestuurservaring; lidmaatschappen; maatschappelijke activiteiten; nevenfuncties; extracurriculaire activiteiten;
    organisasi; pengalaman organisasi; relawan; kegiatan; pengalaman relawan; riwayat organisasi; kegiatan sukarela; aktivitas; pengalaman organisasi dan kepanitiaan; kepanitiaan; pengalaman kepanitiaan; kegiatan organisasi`,
  interests:
    `interests; hobbies; hobbies and interests; interests and hobbies; personal interests; passions; leisure; leisure activities; pastimes; interests and activities; activities and interests; outside interests; other interests; fun facts; hobby; outside work; areas of interest; my interests; favorite activities;
    interessen; hobbys; hobbies und interessen; freizeit; hobbys und interessen; interessen und hobbys; interessen und hobbies; personliche interessen; freizeitaktivitaten; sonstige interessen;
    centres d interet; centres d interets; loisirs; centre d interet; interets; passions; loisirs et centres d interet; centres d interet et loisirs;
    intereses; aficiones; hobbies; pasatiempos; intereses personales; intereses y aficiones; areas de interes;
    interesses; passatempos; hobbies e interesses; interesses pessoais; areas de interesse;
    interessi; hobby; passioni; interessi personali; hobby e interessi; interessi e hobby; tempo libero;
    hobby s; hobbies en interesses; interesses en hobby s; vrije tijd; hobby s en interesses; vrijetijdsbesteding;
    minat; hobi; minat dan hobi; hobi dan minat; ketertarikan`,
  references:
    `references; referees; reference; professional references; testimonials; recommendations; references available upon request; references available on request; referee; character references; character reference; reference list; personal references;
    referenzen; references; referenz; empfehlungen;
    referencias; referencias personales; referencias laborales; referencias profesionales; recomendaciones; referencias profissionais; recomendacoes; referencias pessoais;
    referenze; referenties; referensi; lettere di referenza`,
  other:
    `other; additional information; miscellaneous; additional; other information; further information; declaration; personal; availability; more; extra; extras; visa status; work authorization; security clearance; clearance; additional details; other activities; notes; keywords; appendix; other details; news; quotes; my time; day of my life; life philosophy; status;
    sonstiges; weitere angaben; zusatzliche informationen; weiteres; verfugbarkeit; zusatzinformationen; diverses; sonstige angaben; weitere informationen;
    divers; informations complementaires; autres; autre; informations supplementaires;
    otros; informacion adicional; otros datos; otros datos de interes; datos de interes; informacion complementaria; disponibilidad; varios;
    informacoes adicionais; outros; outras informacoes; informacoes complementares; disponibilidade; outras atividades;
    altro; ulteriori informazioni; informazioni aggiuntive; altre informazioni; informazioni supplementari; disponibilita; autorizzazione;
    overig; overige; overige informatie; aanvullende informatie; overige gegevens; diversen; beschikbaarheid;
    lainnya; informasi tambahan; lain lain; informasi lain`,
};

const byAlias = new Map<string, SectionName>();
for (const [name, list] of Object.entries(aliases)) {
  for (const alias of list.split(";")) {
    const key = wordsOf(alias).join(" ");
    if (key && !byAlias.has(key)) byAlias.set(key, name as SectionName);
  }
}

/** Words that alone say what a part is about; earlier rows win when a heading holds several. */
const nouns: [SectionName, string][] = [
  [
    "volunteering",
    "volunteer volunteering voluntary ehrenamt benevolat voluntariado volontariato vrijwilligerswerk extracurricular memberships affiliations",
  ],
  ["projects", "project projects projekte projets proyectos projetos progetti projecten proyek"],
  [
    "publications",
    "publications publication papers patents publikationen publicaciones publicacoes pubblicazioni publicaties publikasi presentations talks",
  ],
  [
    "experience",
    "experience experiences employment internships internship berufserfahrung erfahrung erfahrungen experiencia experiencias esperienza esperienze werkervaring pengalaman career jobs praktika",
  ],
  [
    "education",
    "education educational ausbildung formation formacion formacao formazione istruzione opleiding pendidikan studium academics degrees",
  ],
  [
    "certifications",
    "certifications certificates certification licenses licences licensure training courses zertifikate weiterbildung certificaciones certificacoes certificazioni certificaten sertifikasi pelatihan credentials",
  ],
  [
    "skills",
    "skills skill competencies competences technologies tools expertise proficiencies kenntnisse fahigkeiten kompetenzen habilidades competencias competenze vaardigheden keahlian keterampilan kemampuan abilities software strengths",
  ],
  ["languages", "languages language sprachen sprachkenntnisse langues idiomas lingue talen bahasa"],
  [
    "awards",
    "awards award honors honours achievements accomplishments recognition scholarships auszeichnungen premios penghargaan prestasi prizes grants fellowships distinctions",
  ],
  ["interests", "interests hobbies hobbys interessen loisirs aficiones interessi minat hobi"],
  [
    "volunteering",
    "leadership activities involvement engagement organizations associations community organisasi service",
  ],
  ["references", "references referees referenzen referencias referenze referenties referensi"],
  ["summary", "summary profile objective profil perfil profilo profiel overview zusammenfassung highlights"],
];
const byNoun = new Map<string, { name: SectionName; rank: number }>();
for (const [rank, [name, words]] of nouns.entries()) {
  for (const word of words.split(" ")) if (!byNoun.has(word)) byNoun.set(word, { name, rank });
}

/** Words that only shade a heading. */
const shades = new Set(
  `a an and or of the in my as to for with other others additional selected relevant related recent key main core major notable special specific general
  professional personal academic technical work working career industry research teaching clinical practical previous past current early earlier
  further more most top areas area field fields history background summary details information qualifications information computer digital management
  engineering software development design data marketing sales finance it medical nursing legal military business leadership creative consulting
  international national foreign programming spoken certified hands on years post graduate undergraduate continued cont contd fortsetzung suite
  und oder der die das im in mein meine weitere sonstige berufliche fachliche personliche relevante
  et ou de des du la le les en mes autres professionnelle professionnelles complementaires
  y o e del los las el mis otros otras profesional profesionales laboral
  outros outras profissional profissionais meus minhas do da dos das
  altri altre ed professionali
  overige en mijn relevante
  dan lain saya kerja lainnya social skills open source coursework student freelance volunteer board related law accounting healthcare customer retail education educational`
    .split(/\s+/u),
);

/** A line read as a heading. */
export interface HeadingMatch {
  name: SectionName;
  /** The whole line is a known heading, rather than made of known words. */
  exact: boolean;
}

/** Undoes "E X P E R I E N C E" and "W O R K   H I S T O R Y". */
function joinSpaced(text: string): string {
  const trimmed = text.trim();
  if (!/^(?:\p{L}\s{1,4}){3,}\p{L}\s*:?$/u.test(trimmed)) return text;
  return trimmed.split(/\s{2,}/u).map((word) => word.replace(/\s/gu, "")).join(" ");
}

/** Undoes small capitals, whose first letter is read apart: "E XPERIENCE". */
function joinCapitals(text: string): string {
  if (!/^\P{L}*\p{Lu} \p{Lu}{2}/u.test(text) || /\p{Ll}/u.test(text)) return text;
  return text.replace(/(?<!\p{L})(\p{Lu}) (?=\p{Lu}{2})/gu, "$1");
}

/** Strips what decorates a heading: icons, numbers, rules, a closing colon, "(continued)". */
export function bareHeading(text: string): string {
  return joinCapitals(joinSpaced(text))
    .replace(/^[^\p{L}]+/u, "")
    .replace(/\((?:continued|cont\.?|cont['’]d|fortsetzung|suite|continuación)\)/iu, "")
    .replace(/[^\p{L})]+$/u, "")
    .trim();
}

/**
 * Reads a line as the heading of a section.
 *
 * @returns `null` when it is none that people use.
 */
export function headingOf(text: string): HeadingMatch | null {
  const bare = bareHeading(text);
  if (bare.length < 2 || bare.length > 60) return null;
  const words = wordsOf(bare.replaceAll("&", " and "));
  const known = aliasOf(words) ?? aliasOf(withoutEdges(words).split(" ")) ?? pairOf(words);
  if (known) return { name: known, exact: true };
  if (words.length > 6 || /[.!?;]/u.test(folded(bare))) return null;
  let best: { name: SectionName; rank: number } | null = null;
  for (const word of words) {
    const noun = byNoun.get(word);
    if (noun && (!best || noun.rank < best.rank)) best = noun;
    if (!noun && !shades.has(word)) return null;
  }
  return best && { name: best.name, exact: false };
}

/** The section of a heading, in singular or plural. */
function aliasOf(words: readonly string[]): SectionName | undefined {
  const text = words.join(" ");
  const known = byAlias.get(text);
  if (known || words.length === 0 || text.length < 5) return known;
  const last = words.at(-1)!;
  const other = last.endsWith("s") ? last.slice(0, -1) : `${last}s`;
  return byAlias.get([...words.slice(0, -1), other].join(" "));
}

/** "Schulbildung und Ausbildung": two headings in one; jobs and schools before all others. */
function pairOf(words: readonly string[]): SectionName | undefined {
  const at = words.findIndex((word, i) => i > 0 && /^(?:and|und|et|y|e|en|dan|sowie)$/u.test(word));
  if (at < 0) return undefined;
  const [first, second] = [aliasOf(words.slice(0, at)), aliasOf(words.slice(at + 1))];
  if (!first || !second) return undefined;
  return first !== "experience" && (second === "experience" || second === "education") && first !== "education"
    ? second
    : first;
}

/** "My Skills", "The Education" read like "Skills", "Education"; "continued" says nothing. */
function withoutEdges(words: readonly string[]): string {
  return words.filter((word, index) =>
    !(index === 0 && /^(?:my|meine?|mes|mis|meus|minhas|mijn|i|ii|iii|iv|v|vi)$/u.test(word)) &&
    !(index === words.length - 1 && index > 0 && /^(?:continued|cont|contd|saya)$/u.test(word))
  ).join(" ");
}
