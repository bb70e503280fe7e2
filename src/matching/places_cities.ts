/**
 * Cities that people print without their country: capitals and large cities of the countries whose languages are read,
 * and the largest of the others. Folded.
 *
 * @module
 */
import { folded } from "./text.ts";

const cities = new Set(
  `new york;new york city;nyc;los angeles;san francisco;san francisco bay area;bay area;sf;chicago;boston;seattle;austin;dallas;houston;denver;phoenix;
  philadelphia;san diego;san jose;atlanta;miami;detroit;minneapolis;portland;charlotte;nashville;pittsburgh;baltimore;columbus;cleveland;
  cincinnati;indianapolis;milwaukee;kansas city;st. louis;saint louis;st louis;tampa;orlando;raleigh;durham;salt lake city;las vegas;sacramento;oakland;
  palo alto;mountain view;menlo park;redmond;bellevue;sunnyvale;santa clara;cupertino;brooklyn;manhattan;jersey city;arlington;
  washington;washington dc;washington d.c.;omaha;tucson;albuquerque;memphis;louisville;oklahoma city;new orleans;honolulu;boulder;ann arbor;
  san antonio;fort worth;jacksonville;irvine;pasadena;buffalo;rochester;hartford;providence;richmond;norfolk;boise;spokane;
  toronto;vancouver;montreal;ottawa;calgary;edmonton;winnipeg;quebec city;waterloo;mexico city;ciudad de mexico;cdmx;guadalajara;monterrey;puebla;tijuana;
  london;manchester;birmingham;leeds;liverpool;bristol;sheffield;newcastle;nottingham;leicester;glasgow;edinburgh;aberdeen;cardiff;belfast;
  oxford;cambridge;brighton;southampton;portsmouth;reading;coventry;york;dublin;cork;galway;limerick;
  berlin;hamburg;munchen;munich;koln;cologne;frankfurt;frankfurt am main;stuttgart;dusseldorf;dortmund;essen;leipzig;bremen;dresden;hannover;hanover;nurnberg;nuremberg;
  duisburg;bochum;wuppertal;bielefeld;bonn;munster;karlsruhe;mannheim;augsburg;wiesbaden;monchengladbach;aachen;kiel;freiburg;mainz;
  rostock;kassel;potsdam;heidelberg;darmstadt;regensburg;ingolstadt;wurzburg;wolfsburg;ulm;jena;erfurt;magdeburg;chemnitz;halle;lubeck;
  braunschweig;saarbrucken;oldenburg;gottingen;konstanz;erlangen;furth;wien;vienna;graz;linz;salzburg;innsbruck;zurich;genf;geneva;geneve;basel;bern;lausanne;lugano;luzern;
  winterthur;st. gallen;paris;lyon;marseille;toulouse;nice;nantes;strasbourg;montpellier;bordeaux;lille;rennes;reims;grenoble;dijon;angers;nimes;
  clermont-ferrand;le havre;tours;limoges;amiens;metz;besancon;orleans;rouen;caen;nancy;brest;aix-en-provence;annecy;pau;la rochelle;villeurbanne;
  saint-etienne;bruxelles;brussel;brussels;antwerpen;antwerp;gent;ghent;liege;leuven;namur;luxembourg;luxemburg;
  madrid;barcelona;valencia;sevilla;seville;zaragoza;malaga;murcia;palma;palma de mallorca;bilbao;alicante;cordoba;valladolid;vigo;gijon;granada;a coruna;
  vitoria;santander;pamplona;castellon;almeria;burgos;salamanca;donostia;san sebastian;oviedo;cadiz;tarragona;girona;toledo;logrono;leon;
  lisboa;lisbon;porto;oporto;braga;coimbra;aveiro;setubal;faro;funchal;
  sao paulo;rio de janeiro;brasilia;belo horizonte;salvador;fortaleza;recife;curitiba;porto alegre;manaus;belem;goiania;campinas;florianopolis;
  vitoria;natal;santos;guarulhos;sorocaba;ribeirao preto;uberlandia;joinville;buenos aires;rosario;mendoza;la plata;montevideo;santiago;
  santiago de chile;valparaiso;concepcion;lima;arequipa;bogota;medellin;cali;barranquilla;cartagena;quito;guayaquil;caracas;la paz;asuncion;
  san juan;panama city;santo domingo;havana;guatemala city;san salvador;
  roma;rome;milano;milan;torino;turin;napoli;naples;palermo;genova;bologna;firenze;florence;bari;catania;venezia;venice;verona;padova;trieste;brescia;
  parma;modena;reggio emilia;perugia;cagliari;bergamo;trento;bolzano;pisa;siena;rimini;ancona;salerno;lecce;monza;udine;pescara;
  amsterdam;rotterdam;den haag;the hague;utrecht;eindhoven;groningen;tilburg;almere;breda;nijmegen;arnhem;haarlem;enschede;amersfoort;maastricht;
  leiden;delft;zwolle;den bosch;'s-hertogenbosch;dordrecht;deventer;leeuwarden;hilversum;
  jakarta;jakarta selatan;jakarta barat;jakarta timur;jakarta pusat;jakarta utara;surabaya;bandung;medan;semarang;yogyakarta;makassar;palembang;tangerang;bekasi;depok;bogor;
  malang;denpasar;batam;solo;surakarta;balikpapan;padang;pekanbaru;kuala lumpur;singapore;bangkok;manila;makati;quezon city;cebu;hanoi;ho chi minh city;
  tokyo;osaka;kyoto;yokohama;nagoya;seoul;busan;beijing;shanghai;shenzhen;guangzhou;hangzhou;chengdu;hong kong;taipei;
  mumbai;delhi;new delhi;bangalore;bengaluru;hyderabad;chennai;kolkata;pune;ahmedabad;gurgaon;gurugram;noida;jaipur;lucknow;kochi;indore;chandigarh;
  coimbatore;nagpur;bhopal;thiruvananthapuram;trivandrum;mysore;mysuru;vadodara;surat;visakhapatnam;bhubaneswar;
  karachi;lahore;islamabad;rawalpindi;faisalabad;dhaka;chittagong;colombo;kathmandu;
  sydney;melbourne;brisbane;perth;adelaide;canberra;auckland;wellington;christchurch;
  stockholm;goteborg;gothenburg;malmo;uppsala;kobenhavn;copenhagen;aarhus;odense;oslo;bergen;trondheim;stavanger;helsinki;espoo;tampere;turku;
  reykjavik;tallinn;riga;vilnius;kaunas;warszawa;warsaw;krakow;wroclaw;gdansk;poznan;lodz;katowice;praha;prague;brno;ostrava;bratislava;budapest;
  bucuresti;bucharest;cluj-napoca;timisoara;iasi;sofia;plovdiv;beograd;belgrade;zagreb;ljubljana;sarajevo;skopje;tirana;athens;athina;thessaloniki;
  istanbul;ankara;izmir;kyiv;kiev;lviv;kharkiv;odesa;minsk;moscow;moskva;saint petersburg;st. petersburg;tbilisi;yerevan;baku;almaty;
  tel aviv;jerusalem;haifa;dubai;abu dhabi;sharjah;doha;riyadh;jeddah;kuwait city;manama;muscat;amman;beirut;cairo;alexandria;casablanca;rabat;tunis;
  algiers;lagos;abuja;accra;nairobi;kampala;dar es salaam;addis ababa;johannesburg;cape town;durban;pretoria;kigali;dakar`
    .split(/;\s*/u),
);

/** Whether a text is the name of a large city, with or without "Greater" and "Area". */
export function isKnownCity(text: string): boolean {
  if (text.length > 50) return false;
  const name = folded(text).replace(/^greater | (?:metropolitan )?area$/gu, "").trim();
  return cities.has(name);
}
