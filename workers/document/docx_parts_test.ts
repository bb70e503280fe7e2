/** WordprocessingML as Word writes it, of which other readers drop or double parts. @module */
import { deepEqual, ok } from "node:assert/strict";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { paragraph, run, table, textBox, wordFile, type WordParts } from "../../tests/fixtures/word.ts";
import { readDocx } from "./docx.ts";

function read(parts: WordParts) {
  const reply = readDocx(wordFile(parts));
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

Deno.test("DOCX: a text box is read once, with its tables and links, also where only new readers know its shape", () => {
  const box = textBox(paragraph("Ward nurse") + table([paragraph("2019"), paragraph("Acme Clinic")]));
  const fresh = box.replace(/<mc:Fallback>.*<\/mc:Fallback>/, "").replaceAll(
    run("Ward nurse"),
    linked("mine", "My ward"),
  );
  const bare = textBox(paragraph("Night duty")).replace(/^<w:r>.*?<w:drawing>/, "<w:r><w:drawing>")
    .replace(/<\/w:drawing>.*$/, "</w:drawing></w:r>");
  const { lines, links } = read({
    body: paragraph("Ada Example", box) + paragraph(fresh) + paragraph(bare),
    links: { mine: "https://example.com/ward" },
  });
  deepEqual(lines, ["Ada Example", "Ward nurse", "2019  Acme Clinic", "My ward", "2019  Acme Clinic", "Night duty"]);
  deepEqual(links, ["https://example.com/ward"]);
});

Deno.test("DOCX: what stands in fields, controls, custom XML and tracked changes is read as Word shows it", () => {
  const { lines, links } = read({
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

Deno.test("DOCX: headers and footers give their tables, boxes and links, but no page counts; notes stand last", () => {
  const note = (kind: string) => `<w:r><w:${kind}Reference w:id="2"/></w:r>`;
  const { lines, links } = read({
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

Deno.test("DOCX: text is hidden by its style as by itself, and in the colour of any ground", () => {
  const styles = '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Small"><w:basedOn w:val="Base"/></w:style>';
  const styled = (style: string, properties: string, text: string) =>
    `<w:p><w:pPr>${style}</w:pPr>${run(text, properties)}</w:p>`;
  const { lines, flags, hidden } = read({
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

Deno.test("DOCX: white print stays in a coloured box, and on a shape or picture behind the text", () => {
  const white = (text: string) => paragraph(run(text, '<w:color w:val="FFFFFF"/>'));
  const filled = textBox(white("Ada Example")).replace(
    "<wps:wsp>",
    '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></wps:spPr>',
  );
  const behind = (size: number) =>
    `<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="${size}" cy="${size}"/></wp:anchor></w:drawing></w:r>`;
  deepEqual((read({ body: paragraph(filled) + paragraph("Nurse") })).lines, ["Ada Example", "Nurse"]);
  deepEqual((read({ body: paragraph(behind(7_000_000)) + white("Carer") + paragraph("Nurse") })).lines, [
    "Carer",
    "Nurse",
  ]);
  const { lines, hidden } = read({ body: paragraph(behind(90_000)) + white("Carer") + paragraph("Nurse") });
  deepEqual([lines, hidden], [["Nurse"], [{ reason: "colour of its background", quote: "Carer" }]]);
});

Deno.test("DOCX: a picture or shape behind the text is the ground of what is near it, and no excuse for the rest", () => {
  const white = (text: string) => paragraph(run(text, '<w:color w:val="FFFFFF"/>'));
  const behind = (side: number, inside = "") =>
    `<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="${side}" cy="${side}"/>${inside}</wp:anchor></w:drawing></w:r>`;
  const fill = (colour: string) =>
    `<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></wps:spPr></wps:wsp>`;
  const duties = Array.from({ length: 30 }, (_, i) => paragraph(`Cared for ward ${i}`)).join("");
  const cut = [{ reason: "colour of its background", quote: "Rust" }];
  const small = 1_800_000;
  for (
    const [drawing, hidden] of [[behind(small), []], [behind(small, fill("1F3864")), []], [
      behind(small, fill("FFFFFF")),
      cut,
    ]] as const
  ) {
    const near = read({ body: paragraph(drawing) + white("Rust") + duties });
    deepEqual([near.lines.includes("Rust"), near.hidden], [hidden.length === 0, hidden]);
    for (const body of [paragraph(drawing) + duties + white("Rust"), white("Rust") + duties + paragraph(drawing)]) {
      const far = read({ body });
      deepEqual([far.lines.includes("Rust"), far.hidden], [false, cut]);
    }
  }
  const page = 10_000_000;
  deepEqual(read({ header: paragraph(behind(page)), body: duties + white("Carer") }).lines.at(-1), "Carer");
  deepEqual(read({ header: paragraph(behind(small)), body: duties + white("Rust") }).hidden, cut);
});

Deno.test("DOCX: a paragraph under a solid drawing is cut, and one under a clear or misplaced one stays", () => {
  const solid = '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr></wps:wsp>';
  const picture = (id: string) => `<a:graphic><a:blip r:embed="${id}"/></a:graphic>`;
  const over = (inside: string, top = 0, behind = 0) =>
    `<w:r><w:drawing><wp:anchor behindDoc="${behind}"><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset>` +
    `</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>${top}</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="6000000" cy="900000"/><wp:wrapNone/>${inside}</wp:anchor></w:drawing></w:r>`;
  const links = { photo: "media/image1.jpeg", stamp: "media/image2.png" };
  const readUnder = (drawing: string) => {
    const { lines, hidden } = read({
      body: paragraph("Nurse") + paragraph("Rust", drawing) + paragraph("Carer"),
      links,
    });
    return [lines, hidden];
  };
  const cut = [["Nurse", "Carer"], [{ reason: "behind a drawing", quote: "Rust" }]];
  deepEqual(readUnder(over(solid)), cut);
  deepEqual(readUnder(over(picture("photo"), -100_000)), cut);
  for (
    const drawing of [
      ...[over(picture("stamp")), over(picture("photo"), 300_000), over(picture("photo"), -850_000)],
      ...[over(picture("photo"), 0, 1), over(solid).replace("<wp:wrapNone/>", "<wp:wrapSquare/>")],
      over(solid).replace('cx="6000000"', 'cx="600000"'),
    ]
  ) deepEqual(readUnder(drawing), [["Nurse", "Rust", "Carer"], []], drawing);
});

Deno.test("DOCX: a text box on no page is cut, flagged and quoted", () => {
  const at = (offset: number) =>
    paragraph(
      textBox(paragraph("Rust")).replace(
        "<wp:anchor>",
        `<wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>${offset}</wp:posOffset></wp:positionH><wp:extent cx="900000" cy="900000"/>`,
      ),
    );
  for (const offset of [-900_000, 30_000_000]) {
    const { lines, hidden } = read({ body: paragraph("Nurse") + at(offset) });
    deepEqual([lines, hidden], [["Nurse"], [{ reason: "off the page", quote: "Rust" }]]);
  }
  deepEqual(read({ body: paragraph("Nurse") + at(-300_000) }).lines, ["Nurse", "Rust"]);
});

Deno.test("DOCX: the colour of the page is a ground where the settings show it", () => {
  const body = paragraph(run("Carer", '<w:color w:val="FFFFFF"/>')) +
    paragraph(run("Rust", '<w:color w:val="202020"/>'));
  const withSettings = (settings: string) => {
    const unpacked = unzipSync(wordFile({ body, settings }));
    const xml = strFromU8(unpacked["word/document.xml"]!).replace(
      "<w:body>",
      '<w:background w:color="1A1A1A"/><w:body>',
    );
    const reply = readDocx(zipSync({ ...unpacked, "word/document.xml": strToU8(xml) }));
    ok(reply.ok);
    return reply.document.lines.map(({ text }) => text);
  };
  deepEqual(withSettings("<w:displayBackgroundShape/>"), ["Carer"]);
  deepEqual(withSettings(""), ["Rust"]);
});

Deno.test("DOCX: a ground is the mix of its pattern and colours, and a theme's colour wins over its digits", () => {
  const white = '<w:color w:val="FFFFFF"/>';
  const shaded = (shading: string, text: string, properties = white) =>
    paragraph(`<w:pPr><w:shd ${shading}/></w:pPr>${run(text, properties)}`);
  const { lines, hidden } = read({
    body: shaded('w:val="pct5" w:color="auto" w:fill="auto"', "Rust") +
      shaded('w:val="pct50" w:color="auto" w:fill="FFFFFF"', "Ada Example") +
      shaded('w:val="solid" w:color="1F3864" w:fill="FFFFFF"', "Nurse") +
      shaded('w:val="thinDiagStripe" w:color="FFFFFF" w:fill="FFFFFF"', "Go") +
      shaded('w:val="clear" w:fill="1F3864" w:themeFill="background1"', "Scala") +
      shaded('w:val="clear" w:fill="auto"', "Java", '<w:color w:val="000000" w:themeColor="background1"/>') +
      shaded(
        'w:val="clear" w:fill="auto"',
        "Carer",
        '<w:color w:val="BFBFBF" w:themeColor="background1" w:themeShade="BF"/>',
      ) +
      shaded('w:val="clear" w:fill="auto"', "Perl", "<w:specVanish/>"),
  });
  deepEqual(lines, ["Ada Example", "Nurse", "Carer"]);
  deepEqual(hidden, [
    { reason: "colour of its background", quote: "Rust Go Scala Java" },
    { reason: "hidden", quote: "Perl" },
  ]);
});

Deno.test("DOCX: a table's style is the ground of the cells that it shades", () => {
  const shade = (fill: string) => `<w:tcPr><w:shd w:val="clear" w:fill="${fill}"/></w:tcPr>`;
  const styles = `<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow">${
    shade("1F3864")
  }</w:tblStylePr></w:style><w:style w:type="table" w:styleId="Pale">${shade("FAFAFA")}</w:style>`;
  const white = (text: string) => paragraph(run(text, '<w:color w:val="FFFFFF"/>'));
  const styled = (style: string, look: string) =>
    table([white("Head")], [white("Rust")]).replace(
      "<w:tbl>",
      `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/>${look}</w:tblPr>`,
    );
  const linesOf = (style: string, look = "") =>
    read({ body: paragraph("Ada Example") + styled(style, look), styles }).lines;
  deepEqual(linesOf("Grid", '<w:tblLook w:firstRow="1"/>'), ["Ada Example", "Head"]);
  deepEqual(linesOf("Grid", '<w:tblLook w:val="0020"/>'), ["Ada Example", "Head"]);
  deepEqual(linesOf("Grid", '<w:tblLook w:val="0000"/>'), ["Ada Example"]);
  deepEqual(linesOf("Grid"), ["Ada Example", "Head"]);
  deepEqual(linesOf("Pale"), ["Ada Example"]);
});

Deno.test("DOCX: a table's style gives the print of its cells a colour, where the print has none", () => {
  const ink = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>';
  const head = `<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>`;
  const styles = `<w:style w:type="table" w:styleId="White">${ink}${head}</w:style>` +
    `<w:style w:type="table" w:styleId="Child"><w:basedOn w:val="White"/></w:style>`;
  const rows = [[paragraph("Head")], [paragraph("Rust"), paragraph(run("Nurse", '<w:color w:val="202020"/>'))]];
  for (const style of ["White", "Child"]) {
    const { lines, hidden } = read({
      styles,
      body: table(...rows).replace(
        "<w:tbl>",
        `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblLook w:firstRow="1"/></w:tblPr>`,
      ) + paragraph("Carer"),
    });
    deepEqual(lines, ["Head", "Nurse", "Carer"]);
    deepEqual(hidden, [{ reason: "colour of its background", quote: "Rust" }]);
  }
});

Deno.test("DOCX: weight, size and rank of a line come from its styles where the line itself says nothing", () => {
  const style = (id: string, type: string, more: string) =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id} title"/>${more}</w:style>`;
  const large = '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>';
  const styles = style("Section", "paragraph", `<w:basedOn w:val="Base"/>`) + style("Base", "paragraph", large) +
    style("Ranked", "paragraph", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
    style("Loud", "character", "<w:rPr><w:b/></w:rPr>") +
    `<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Mine"/><w:basedOn w:val="Known"/></w:style>` +
    `<w:style w:type="paragraph" w:styleId="Known"><w:name w:val="heading 2"/></w:style>`;
  const styled = (id: string, ...runs: string[]) => paragraph(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, ...runs);
  const loud = (text: string) => run(text, '<w:rStyle w:val="Loud"/>');
  const reply = readDocx(wordFile({
    styles,
    body: styled("Section", "By style") + styled("Section", run("By itself", '<w:b w:val="0"/><w:sz w:val="20"/>')) +
      styled("Section", loud("Turned around")) + paragraph(loud("By letters")) + styled("Ranked", "Ranked") +
      styled("Own", "On a heading") + paragraph("Plain"),
  }));
  ok(reply.ok);
  deepEqual(reply.document.lines.map(({ text, fontSize, bold, heading }) => [text, fontSize, bold, heading]), [
    ["By style", 14, true, false],
    ["By itself", 10, false, false],
    ["Turned around", 14, false, false],
    ["By letters", null, true, false],
    ["Ranked", null, false, true],
    ["On a heading", null, false, true],
    ["Plain", null, false, false],
  ]);
});

Deno.test("DOCX: a paragraph whose end is deleted goes on in the next one, and a deleted row is gone", () => {
  const gone = (row: string) => row.replaceAll("<w:tr>", '<w:tr><w:trPr><w:del w:id="5"/></w:trPr>');
  const { lines } = read({
    body: `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("Led a ")}</w:p>` + paragraph("ward") +
      gone(table([paragraph("Rust"), paragraph("5 years")])) + table([paragraph("2019"), paragraph("Acme Clinic")]),
  });
  deepEqual(lines, ["Led a ward", "2019  Acme Clinic"]);
});

Deno.test("DOCX: what was formatted otherwise before a tracked change, or hidden around a text box, is told apart", () => {
  const box = textBox(paragraph("Rust in a box")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>");
  const { lines, hidden } = read({
    body: paragraph(run("Nurse", "<w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>")) + paragraph(box),
  });
  deepEqual(lines, ["Nurse"]);
  deepEqual(hidden, [{ reason: "hidden", quote: "Rust in a box" }]);
});

Deno.test("DOCX: other prefixes of the same namespaces, and the strict form of the format, read the same", () => {
  const parts = {
    body: paragraph(linked("mine", "Ada Example")) + paragraph(run("Rust", "<w:vanish/>")),
    links: { mine: "https://example.com/ada" },
  };
  const expected = read(parts);
  deepEqual(expected.lines, ["Ada Example"]);
  const strict = (xml: string) =>
    xml.replace(
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
      .replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      );
  for (
    const change of [
      strict,
      (xml: string) =>
        xml.replaceAll("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0=").replaceAll("r:id", "ns1:id").replace(
          "xmlns:r=",
          "xmlns:ns1=",
        ),
    ]
  ) {
    const unpacked = unzipSync(wordFile(parts));
    unpacked["word/document.xml"] = strToU8(change(strFromU8(unpacked["word/document.xml"]!)));
    const reply = readDocx(zipSync(unpacked));
    ok(reply.ok);
    deepEqual(reply.document.lines.map(({ text }) => text), expected.lines);
    deepEqual([reply.document.links, reply.document.hidden], [expected.links, expected.hidden]);
  }
});

Deno.test("DOCX: entities that a file declares are not put in, and XML that ends early is refused", () => {
  const withBody = (change: (xml: string) => string) => {
    const unpacked = unzipSync(wordFile({ body: paragraph("Ada &amp; Example &lol;") }));
    return zipSync({ ...unpacked, "word/document.xml": strToU8(change(strFromU8(unpacked["word/document.xml"]!))) });
  };
  const declared = readDocx(
    withBody((xml) => xml.replace("<w:document", '<!DOCTYPE x [<!ENTITY lol "Rust">]><w:document')),
  );
  ok(declared.ok);
  deepEqual(declared.document.lines.map(({ text }) => text), ["Ada & Example &lol;"]);
  const cut = readDocx(withBody((xml) => xml.slice(0, -20)));
  deepEqual(!cut.ok && cut.code, "damaged");
});

Deno.test("DOCX: what a document's defaults and its standard style say of seeing a text counts, where nothing else does", () => {
  const colour = (value: string) => `<w:color w:val="${value}"/>`;
  const defaults = (print: string) =>
    `<w:docDefaults><w:rPrDefault><w:rPr>${print}</w:rPr></w:rPrDefault></w:docDefaults>`;
  const style = (id: string, print: string, more = 'w:type="paragraph"') =>
    `<w:style ${more} w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${print}</w:rPr></w:style>`;
  const standard = (print: string) => style("Normal", print, 'w:type="paragraph" w:default="1"');
  const styled = (id: string, text: string) => paragraph(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>${run(text)}`);
  const body = paragraph("Terraform") + styled("Missing", "Kubernetes") + styled("Seen", "Ada Example") +
    paragraph(`<w:r><w:rPr><w:rStyle w:val="Strong"/>${colour("auto")}</w:rPr><w:t>Ward nurse</w:t></w:r>`);
  const seen = style("Seen", `${colour("202020")}<w:sz w:val="22"/><w:vanish w:val="0"/>`);
  const strong = style("Strong", "<w:b/><w:sz w:val='24'/><w:vanish w:val='0'/>", 'w:type="character"');
  for (const print of [colour("FFFFFF"), '<w:sz w:val="2"/>', "<w:vanish/>"]) {
    for (const styles of [defaults(print) + seen + strong, standard(print) + seen + strong]) {
      const { lines, flags } = read({ body, styles });
      deepEqual(lines, ["Ada Example", "Ward nurse"], styles);
      deepEqual(flags, ["hidden_text"]);
    }
  }
  deepEqual(read({ body, styles: defaults(colour("333333")) + standard("") + seen }).flags, []);
});
