/** Which language a résumé is in, whatever that of its headings. @module */
import { equal } from "node:assert/strict";
import { languageOf } from "./language.ts";

/** "Responsible for customers and orders; trained staff and bettered the warehouse; used to working alone", by language. */
const bodies: Record<string, string> = {
  fi:
    "Vastasin asiakaspalvelusta ja tilausten käsittelystä. Koulutin uusia työntekijöitä sekä kehitin varaston prosesseja yhdessä tiimin kanssa. Olen tottunut työskentelemään itsenäisesti ja kantamaan vastuuta.",
  hu:
    "Ügyfélszolgálati feladatokat láttam el, és új munkatársakat képeztem. A raktár folyamatait a csapattal együtt fejlesztettem, valamint felelős voltam a megrendelések feldolgozásáért.",
  vi:
    "Phụ trách chăm sóc khách hàng và xử lý đơn hàng. Đào tạo nhân viên mới và cải tiến quy trình kho cùng với nhóm. Có khả năng làm việc độc lập và chịu được áp lực cao.",
  lt:
    "Buvau atsakingas už klientų aptarnavimą ir užsakymų tvarkymą. Mokiau naujus darbuotojus bei tobulinau sandėlio procesus kartu su komanda. Esu pratęs dirbti savarankiškai.",
  lv:
    "Biju atbildīgs par klientu apkalpošanu un pasūtījumu apstrādi. Apmācīju jaunus darbiniekus un kopā ar komandu uzlaboju noliktavas procesus. Esmu pieradis strādāt patstāvīgi.",
  et:
    "Vastutasin klienditeeninduse ja tellimuste töötlemise eest. Koolitasin uusi töötajaid ning arendasin koos meeskonnaga lao protsesse. Olen harjunud iseseisvalt töötama ja vastutust kandma.",
  tl:
    "Namahala ako sa serbisyo sa mga kostumer at sa pagproseso ng mga order. Nagsanay ng mga bagong empleyado at pinahusay ang mga proseso ng bodega kasama ang pangkat. Sanay akong magtrabaho nang mag-isa.",
  ca:
    "Responsable de l'atenció al client i de la gestió de comandes. Vaig formar els nous treballadors i vaig millorar els processos del magatzem amb l'equip. Estic acostumat a treballar de manera autònoma.",
  ms:
    "Bertanggungjawab ke atas khidmat pelanggan dan pemprosesan pesanan. Melatih pekerja baharu serta menambah baik proses gudang bersama pasukan. Saya boleh bekerja secara sendirian tanpa pengawasan.",
  pl:
    "Odpowiadałem za obsługę klienta i realizację zamówień. Szkoliłem nowych pracowników oraz usprawniałem procesy magazynowe razem z zespołem. Jestem przyzwyczajony do samodzielnej pracy.",
  cs:
    "Odpovídal jsem za zákaznický servis a zpracování objednávek. Školil jsem nové zaměstnance a společně s týmem jsem zlepšoval procesy skladu. Jsem zvyklý pracovat samostatně.",
  sv:
    "Ansvarade för kundservice och orderhantering. Jag utbildade nya medarbetare och utvecklade lagrets processer tillsammans med laget. Jag är van att arbeta självständigt.",
  tr:
    "Müşteri hizmetlerinden ve siparişlerin işlenmesinden sorumluydum. Yeni çalışanları eğittim ve ekiple birlikte depo süreçlerini geliştirdim. Bağımsız çalışmaya alışkınım.",
  ro:
    "Am răspuns de serviciul pentru clienți și de procesarea comenzilor. Am instruit angajați noi și am îmbunătățit procesele depozitului împreună cu echipa. Sunt obișnuit să lucrez independent.",
  ta: "வாடிக்கையாளர் சேவை மற்றும் ஆர்டர்களுக்கு பொறுப்பு. புதிய ஊழியர்களுக்கு பயிற்சி.",
  hy: "Պատասխանատու էի հաճախորդների սպասարկման համար։ Վերապատրաստել եմ նոր աշխատակիցների։",
  id:
    "Bertanggung jawab atas layanan pelanggan dan pemrosesan pesanan. Melatih karyawan baru serta memperbaiki proses gudang bersama tim. Saya terbiasa bekerja secara mandiri dan bisa memikul tanggung jawab.",
  de:
    "Verantwortlich für den Kundendienst und die Bearbeitung der Aufträge. Ich schulte neue Mitarbeiter und verbesserte mit dem Team die Abläufe im Lager. Ich bin gewohnt, selbstständig zu arbeiten.",
  es:
    "Responsable de la atención al cliente y de la gestión de pedidos. Formé a los nuevos empleados y mejoré los procesos del almacén con el equipo. Estoy acostumbrado a trabajar de manera autónoma.",
  en:
    "Responsible for customer service and order handling. Trained new staff and improved the processes of the warehouse with the team. Used to working independently.",
};

/** Under English headings, with names, products and places. */
const resume = (body: string) =>
  `Maria Kovacs\nmaria.kovacs@example.com | +44 20 7946 0132\nSummary\n${body}\nExperience\n` +
  `Warehouse Manager, Northwind Ltd, Leeds\nMay 2018 - Present\nEducation\nBSc Logistics, University of Leeds, 2012 - 2015\n` +
  "Skills\nMicrosoft Excel, SAP, Python, SQL, Teamwork";

Deno.test("language: that of the prose, under English headings and in capitals as well", () => {
  for (const [language, body] of Object.entries(bodies)) {
    equal(languageOf(resume(body)), language);
    equal(languageOf(body), language);
    equal(languageOf(body.toUpperCase()), language, `${language} in capitals`);
  }
});

Deno.test("language: names of places and schools, grades and numerals make no English résumé foreign", () => {
  for (
    const text of [
      "Ana Lima\nNurse\nEducation\nGrade A: anatomy I, biology II, hepatitis A, vitamin A\nSkills\nTriage, ECG A, wound care",
      "Grade A student. Hepatitis A, B; type I, II; vitamin A.\nNurse, ward A, 2012",
      "Eva Novák\nAccountant, Novák a syn s.r.o., Praha 2015 - 2020\n- Prepared accounts.\nVysoká škola ekonomická v Praze\nSAP",
      "Pedro García\nChef de Partie, Restaurante El Sol, Madrid 2015 - 2018\nCommis, La Casa de la Abuela, Sevilla",
      "Tomasz Wójcik\nDeveloper, Spółka Systemowa, Kraków\nPolitechnika Krakowska\nPython, Java, Go",
    ]
  ) equal(["en", "und"].includes(languageOf(text)), true, `${languageOf(text)}: ${text}`);
});
