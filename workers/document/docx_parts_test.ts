/** WordprocessingML as Word writes it, of which other readers drop or double parts. @module */
import { deepEqual, ok } from "node:assert/strict";
import { paragraph, run, table, textBox, wordFile, type WordParts } from "../../tests/fixtures/word.ts";
import { readDocx } from "./docx.ts";

async function read(parts: WordParts) {
  const reply = await readDocx(wordFile(parts));
  ok(reply.ok);
  const { lines, links, flags, hidden } = reply.document;
  return { lines: lines.map(({ text }) => text), links, flags, hidden };
}

const linked = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;

function field(instruction: string, text: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark("begin")}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
    mark("separate") + run(text) + mark("end");
}

Deno.test("DOCX: a text box is read once, with its tables and links, also where only new readers know its shape", async () => {
  const box = textBox(paragraph("Ward nurse") + table([paragraph("2019"), paragraph("Acme Clinic")]));
  const fresh = box.replace(/<mc:Fallback>.*<\/mc:Fallback>/, "").replaceAll(
    run("Ward nurse"),
    linked("mine", "My ward"),
  );
  const bare = textBox(paragraph("Night duty")).replace(/^<w:r>.*?<w:drawing>/, "<w:r><w:drawing>")
    .replace(/<\/w:drawing>.*$/, "</w:drawing></w:r>");
  const { lines, links } = await read({
    body: paragraph("Ada Example", box) + paragraph(fresh) + paragraph(bare),
    links: { mine: "https://example.com/ward" },
  });
  deepEqual(lines, ["Ada Example", "Ward nurse", "2019  Acme Clinic", "My ward", "2019  Acme Clinic", "Night duty"]);
  deepEqual(links, ["https://example.com/ward"]);
});

Deno.test("DOCX: what stands in fields, controls, custom XML and tracked changes is read as Word shows it", async () => {
  const { lines, links } = await read({
    body: paragraph("See ", field('HYPERLINK "https://example.com/a"', "my work")) +
      paragraph(`<w:fldSimple w:instr=' HYPERLINK "https://example.com/b" '>${run("Talks")}</w:fldSimple>`) +
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph("Nurse")}</w:sdtContent></w:sdt>` +
      `<w:customXml w:element="x">${paragraph("Carer")}</w:customXml>` +
      paragraph(
        `<w:ins w:id="1">${run("Led ")}</w:ins>`,
        `<w:del w:id="2"><w:r><w:delText>Ran </w:delText></w:r></w:del>`,
        "a ward",
      ) +
      paragraph(`<w:moveFrom w:id="3">${run("Leeds")}</w:moveFrom>`) +
      paragraph(`<w:moveTo w:id="4">${run("Leeds")}</w:moveTo>`) +
      paragraph(
        "<w:r><w:t>full</w:t><w:noBreakHyphen/><w:t>time work</w:t><w:softHyphen/><w:t>shop</w:t><w:cr/><w:t>Below</w:t></w:r>",
      ),
  });
  deepEqual(lines, ["See my work", "Talks", "Nurse", "Carer", "Led a ward", "Leeds", "full-time workshop", "Below"]);
  deepEqual(links.toSorted(), ["https://example.com/a", "https://example.com/b"]);
});

Deno.test("DOCX: headers and footers give their tables, boxes and links, but no page counts; notes stand last", async () => {
  const note = (kind: string) => `<w:r><w:${kind}Reference w:id="2"/></w:r>`;
  const { lines, links } = await read({
    body: paragraph("Nurse", note("footnote")) + paragraph("Carer", note("endnote")),
    header: table([paragraph("Ada Example"), paragraph("ada@example.com")]) + paragraph(linked("home", "ada.example")) +
      paragraph(textBox(paragraph("Leeds"))),
    footer: paragraph("Page ", field("PAGE", "1"), " of ", field("NUMPAGES", "2")) +
      paragraph(field("PAGE", "1"), " / 2") +
      paragraph("+44 20 7946 0132"),
    footnotes: `<w:footnote w:id="2">${paragraph("On a ward of thirty")}</w:footnote>`,
    endnotes: `<w:endnote w:id="2">${paragraph("At night")}</w:endnote>`,
    headerLinks: { home: "https://ada.example" },
  });
  deepEqual(lines, [
    ...["Ada Example  ada@example.com", "ada.example", "Leeds", "Nurse", "Carer", "On a ward of thirty", "At night"],
    "+44 20 7946 0132",
  ]);
  deepEqual(links, ["https://ada.example"]);
});

Deno.test("DOCX: text is hidden by its style as by itself, and in the colour of any ground", async () => {
  const styles = '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Small"><w:basedOn w:val="Base"/></w:style>';
  const styled = (style: string, properties: string, text: string) =>
    `<w:p><w:pPr>${style}</w:pPr>${run(text, properties)}</w:p>`;
  const { lines, flags, hidden } = await read({
    styles,
    body: styled("", "", "Ada Example") + styled("", '<w:rStyle w:val="Gone"/>', "Rust by style") +
      styled('<w:pStyle w:val="Small"/>', "", "Go by style") + styled("", '<w:w w:val="1"/>', "Java squeezed") +
      styled('<w:shd w:val="clear" w:fill="1F3864"/>', '<w:color w:val="1F3864"/>', "Scala in blue") +
      styled('<w:pStyle w:val="Small"/>', '<w:sz w:val="22"/>', "Shown") +
      styled("", '<w:rStyle w:val="Gone"/><w:vanish w:val="0"/>', "Shown too"),
  });
  deepEqual(lines, ["Ada Example", "Shown", "Shown too"]);
  deepEqual(flags, ["hidden_text"]);
  deepEqual(hidden, [
    { reason: "hidden", quote: "Rust by style" },
    { reason: "tiny", quote: "Go by style Java squeezed" },
    { reason: "colour of its background", quote: "Scala in blue" },
  ]);
});

Deno.test("DOCX: white print stays in a coloured box, and on a shape or picture behind the text", async () => {
  const white = (text: string) => paragraph(run(text, '<w:color w:val="FFFFFF"/>'));
  const filled = textBox(white("Ada Example")).replace(
    "<wps:wsp>",
    '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></wps:spPr>',
  );
  const behind = (size: number) =>
    `<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="${size}" cy="${size}"/></wp:anchor></w:drawing></w:r>`;
  deepEqual((await read({ body: paragraph(filled) + paragraph("Nurse") })).lines, ["Ada Example", "Nurse"]);
  deepEqual((await read({ body: paragraph(behind(7_000_000)) + white("Carer") + paragraph("Nurse") })).lines, [
    "Carer",
    "Nurse",
  ]);
  const { lines, hidden } = await read({ body: paragraph(behind(90_000)) + white("Carer") + paragraph("Nurse") });
  deepEqual([lines, hidden], [["Nurse"], [{ reason: "colour of its background", quote: "Carer" }]]);
});
