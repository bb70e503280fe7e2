/**
 * Cities that people print without their country: capitals and large cities of the countries whose languages are read,
 * and the largest of the others. Folded, below the code of their country.
 *
 * @module
 */
import type { CountryCode } from "libphonenumber-js/min";
import { folded } from "./text.ts";

const byCountry =
  `US: new york; new york city; nyc; los angeles; san francisco; san francisco bay area; bay area; sf; chicago;
    boston; seattle; austin; dallas; houston; denver; phoenix; philadelphia; san diego; san jose; atlanta; miami;
    detroit; minneapolis; portland; charlotte; nashville; pittsburgh; baltimore; columbus; cleveland; cincinnati;
    indianapolis; milwaukee; kansas city; st. louis; saint louis; st louis; tampa; orlando; raleigh; durham; salt
    lake city; las vegas; sacramento; oakland; palo alto; mountain view; menlo park; redmond; bellevue; sunnyvale;
    santa clara; cupertino; brooklyn; manhattan; jersey city; arlington; washington; washington dc; washington
    d.c.; omaha; tucson; albuquerque; memphis; louisville; oklahoma city; new orleans; honolulu; boulder; ann
    arbor; san antonio; fort worth; jacksonville; irvine; pasadena; buffalo; rochester; hartford; providence;
    richmond; norfolk; boise; spokane
  CA: toronto; vancouver; montreal; ottawa; calgary; edmonton; winnipeg; quebec city; waterloo
  MX: mexico city; ciudad de mexico; cdmx; guadalajara; monterrey; puebla; tijuana
  GB: london; manchester; birmingham; leeds; liverpool; bristol; sheffield; newcastle; nottingham; leicester;
    glasgow; edinburgh; aberdeen; cardiff; belfast; oxford; cambridge; brighton; southampton; portsmouth; reading;
    coventry; york
  IE: dublin; cork; galway; limerick
  DE: berlin; hamburg; munchen; munich; koln; cologne; frankfurt; frankfurt am main; stuttgart; dusseldorf;
    dortmund; essen; leipzig; bremen; dresden; hannover; hanover; nurnberg; nuremberg; duisburg; bochum;
    wuppertal; bielefeld; bonn; munster; karlsruhe; mannheim; augsburg; wiesbaden; monchengladbach; aachen; kiel;
    freiburg; mainz; rostock; kassel; potsdam; heidelberg; darmstadt; regensburg; ingolstadt; wurzburg; wolfsburg;
    ulm; jena; erfurt; magdeburg; chemnitz; halle; lubeck; braunschweig; saarbrucken; oldenburg; gottingen;
    konstanz; erlangen; furth
  AT: wien; vienna; graz; linz; salzburg; innsbruck
  CH: zurich; genf; geneva; geneve; basel; bern; lausanne; lugano; luzern; winterthur; st. gallen
  FR: paris; lyon; marseille; toulouse; nice; nantes; strasbourg; montpellier; bordeaux; lille; rennes; reims;
    grenoble; dijon; angers; nimes; clermont-ferrand; le havre; tours; limoges; amiens; metz; besancon; orleans;
    rouen; caen; nancy; brest; aix-en-provence; annecy; pau; la rochelle; villeurbanne; saint-etienne
  BE: bruxelles; brussel; brussels; antwerpen; antwerp; gent; ghent; liege; leuven; namur
  LU: luxembourg; luxemburg
  ES: madrid; barcelona; valencia; sevilla; seville; zaragoza; malaga; murcia; palma; palma de mallorca; bilbao;
    alicante; cordoba; valladolid; vigo; gijon; granada; a coruna; vitoria; santander; pamplona; castellon;
    almeria; burgos; salamanca; donostia; san sebastian; oviedo; cadiz; tarragona; girona; toledo; logrono; leon
  PT: lisboa; lisbon; porto; oporto; braga; coimbra; aveiro; setubal; faro; funchal
  BR: sao paulo; rio de janeiro; brasilia; belo horizonte; salvador; fortaleza; recife; curitiba; porto alegre;
    manaus; belem; goiania; campinas; florianopolis; natal; santos; guarulhos; sorocaba; ribeirao preto;
    uberlandia; joinville
  AR: buenos aires; rosario; mendoza; la plata
  UY: montevideo
  CL: santiago; santiago de chile; valparaiso; concepcion
  PE: lima; arequipa
  CO: bogota; medellin; cali; barranquilla; cartagena
  EC: quito; guayaquil
  VE: caracas
  BO: la paz
  PY: asuncion
  PR: san juan
  PA: panama city
  DO: santo domingo
  CU: havana
  GT: guatemala city
  SV: san salvador
  IT: roma; rome; milano; milan; torino; turin; napoli; naples; palermo; genova; bologna; firenze; florence; bari;
    catania; venezia; venice; verona; padova; trieste; brescia; parma; modena; reggio emilia; perugia; cagliari;
    bergamo; trento; bolzano; pisa; siena; rimini; ancona; salerno; lecce; monza; udine; pescara
  NL: amsterdam; rotterdam; den haag; the hague; utrecht; eindhoven; groningen; tilburg; almere; breda; nijmegen;
    arnhem; haarlem; enschede; amersfoort; maastricht; leiden; delft; zwolle; den bosch; 's-hertogenbosch;
    dordrecht; deventer; leeuwarden; hilversum
  ID: jakarta; jakarta selatan; jakarta barat; jakarta timur; jakarta pusat; jakarta utara; surabaya; bandung;
    medan; semarang; yogyakarta; makassar; palembang; tangerang; bekasi; depok; bogor; malang; denpasar; batam;
    solo; surakarta; balikpapan; padang; pekanbaru
  MY: kuala lumpur
  SG: singapore
  TH: bangkok
  PH: manila; makati; quezon city; cebu
  VN: hanoi; ho chi minh city
  JP: tokyo; osaka; kyoto; yokohama; nagoya
  KR: seoul; busan
  CN: beijing; shanghai; shenzhen; guangzhou; hangzhou; chengdu
  HK: hong kong
  TW: taipei
  IN: mumbai; delhi; new delhi; bangalore; bengaluru; hyderabad; chennai; kolkata; pune; ahmedabad; gurgaon;
    gurugram; noida; jaipur; lucknow; kochi; indore; chandigarh; coimbatore; nagpur; bhopal; thiruvananthapuram;
    trivandrum; mysore; mysuru; vadodara; surat; visakhapatnam; bhubaneswar
  PK: karachi; lahore; islamabad; rawalpindi; faisalabad
  BD: dhaka; chittagong
  LK: colombo
  NP: kathmandu
  AU: sydney; melbourne; brisbane; perth; adelaide; canberra
  NZ: auckland; wellington; christchurch
  SE: stockholm; goteborg; gothenburg; malmo; uppsala
  DK: kobenhavn; copenhagen; aarhus; odense
  NO: oslo; bergen; trondheim; stavanger
  FI: helsinki; espoo; tampere; turku
  IS: reykjavik
  EE: tallinn
  LV: riga
  LT: vilnius; kaunas
  PL: warszawa; warsaw; krakow; wroclaw; gdansk; poznan; lodz; katowice
  CZ: praha; prague; brno; ostrava
  SK: bratislava
  HU: budapest
  RO: bucuresti; bucharest; cluj-napoca; timisoara; iasi
  BG: sofia; plovdiv
  RS: beograd; belgrade
  HR: zagreb
  SI: ljubljana
  BA: sarajevo
  MK: skopje
  AL: tirana
  GR: athens; athina; thessaloniki
  TR: istanbul; ankara; izmir
  UA: kyiv; kiev; lviv; kharkiv; odesa
  BY: minsk
  RU: moscow; moskva; saint petersburg; st. petersburg
  GE: tbilisi
  AM: yerevan
  AZ: baku
  KZ: almaty
  IL: tel aviv; jerusalem; haifa
  AE: dubai; abu dhabi; sharjah
  QA: doha
  SA: riyadh; jeddah
  KW: kuwait city
  BH: manama
  OM: muscat
  JO: amman
  LB: beirut
  EG: cairo; alexandria
  MA: casablanca; rabat
  TN: tunis
  DZ: algiers
  NG: lagos; abuja
  GH: accra
  KE: nairobi
  UG: kampala
  TZ: dar es salaam
  ET: addis ababa
  ZA: johannesburg; cape town; durban; pretoria
  RW: kigali
  SN: dakar`;

const cities = new Map<string, CountryCode>();
for (const [, country, names] of byCountry.matchAll(/([A-Z]{2}):([^:]+?)(?=\s+[A-Z]{2}:|$)/gu)) {
  for (const name of names!.split(/;\s*/u)) cities.set(name.trim().replace(/\s+/gu, " "), country as CountryCode);
}

/** The country of a large city, with or without "Greater" and "Area"; `null` for any other text. */
export function countryOfCity(text: string): CountryCode | null {
  if (text.length > 50) return null;
  const name = folded(text).replace(/^greater | (?:metropolitan )?area$/gu, "").trim();
  return cities.get(name) ?? null;
}

/** Whether a text is the name of a large city. */
export function isKnownCity(text: string): boolean {
  return countryOfCity(text) !== null;
}
