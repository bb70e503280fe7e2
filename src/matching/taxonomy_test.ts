import { deepEqual, equal, ok } from "node:assert/strict";
import { buildAutomaton, TOKENS_MAX } from "./automaton.ts";
import { foldString } from "./fold.ts";
import { extractSkills } from "./skills.ts";
import { readTaxonomy, taxonomy, TAXONOMY_VERSION } from "./taxonomy.ts";
import { type SkillFile, skillFiles } from "./taxonomy/data.ts";
import type { Section } from "./types.ts";

const fields = (files: readonly SkillFile[]) =>
  files.flatMap(({ families }) =>
    Object.values(families).flatMap((categories) => Object.values(categories).flat()).flatMap((line) =>
      line.split("|").filter((field) => !field.startsWith("@"))
    )
  );

Deno.test("the taxonomy has thousands of skills, in every profession", () => {
  const { skills } = taxonomy();
  ok(skills.length >= 5000, `${skills.length} skills`);
  const counts = Map.groupBy(skills, ({ family }) => family);
  deepEqual([...counts.keys()].sort(), [
    "business",
    "data",
    "design and media",
    "education",
    "engineering",
    "finance",
    "health",
    "hospitality and personal services",
    "languages",
    "law and public service",
    "logistics and manufacturing",
    "office",
    "people and administration",
    "sales and marketing",
    "science and environment",
    "technology",
    "trades and construction",
  ]);
  for (const [family, { length }] of counts) ok(length >= 75, `${family}: ${length}`);
});

Deno.test("no spelling stands for two skills, and no data is dropped for it", () => {
  const all = fields(skillFiles);
  const { spellings, skills } = taxonomy();
  const taken = new Map<string, string>();
  const doubled = all.filter((field) => {
    const folded = foldString(field.replace(/^[*!?~=]/, ""));
    const first = taken.get(folded);
    taken.set(folded, field);
    return folded === "" || first !== undefined;
  });
  deepEqual(doubled, []);
  equal(spellings.length, all.length);
  equal(new Set(skills.map(({ id }) => id)).size, skills.length);
  for (const { id } of skills) ok(/^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)*$/u.test(id), id);
});

Deno.test("every data file says where it is from, and the taxonomy its version", () => {
  for (const { source, licence } of skillFiles) ok(source.length > 20 && licence.length > 2);
  ok(TAXONOMY_VERSION.length > 0);
});

Deno.test("an id is the name's, or what the data says: a renamed skill keeps its own", () => {
  const file = { source: "", licence: "", families: { f: { c: ["C#", "New name|@old-name|other", "C++", ".NET"] } } };
  deepEqual(readTaxonomy([file]).skills.map(({ id }) => id), ["c-sharp", "old-name", "c-plus-plus", "dot-net"]);
});

Deno.test("a mark holds for its spelling, a star for the skill or the category", () => {
  const file = { source: "", licence: "", families: { f: { "*a": ["X1|=Y1|?Z1"], b: ["*X2|Y2|!Z2", "X3|~Y3"] } } };
  deepEqual(readTaxonomy([file]).spellings.map(({ text, rule }) => `${text} ${rule}`), [
    ..."X1 topic,Y1 plain,Z1 word,X2 topic,Y2 topic,Z2 cased,X3 plain,Y3 exact".split(","),
  ]);
});

const technologies =
  "Python,Java,JavaScript,JS,TypeScript,C,C++,C#,Go,Golang,Rust,Ruby,PHP,Swift,Kotlin,Scala,R,MATLAB,Perl,Haskell,Elixir," +
  "Dart,Lua,Objective-C,F#,VB.NET,COBOL,SQL,T-SQL,PL/SQL,Bash,PowerShell,HTML5,CSS3,Sass,React,ReactJS,React.js," +
  "React Native,Redux,Next.js,Angular,AngularJS,Vue,Vue.js,Svelte,jQuery,Node,node,Node.js,NodeJS,Express,NestJS,Deno," +
  "Django,Flask,FastAPI,Ruby on Rails,Rails,Laravel,Spring,Spring Boot,Hibernate,.NET,.NET Core,ASP.NET,ASP.NET Core," +
  "GraphQL,REST APIs,gRPC,WebSockets,Webpack,Vite,Tailwind CSS,Bootstrap,D3.js,Three.js,PostgreSQL,Postgres,MySQL,MariaDB," +
  "SQL Server,MSSQL,Oracle,SQLite,MongoDB,Redis,Cassandra,DynamoDB,Elasticsearch,Neo4j,Snowflake,BigQuery,Redshift," +
  "Databricks,Firebase,DuckDB,AWS,EC2,S3,Lambda,EKS,CloudFormation,Azure,Azure DevOps,GCP,Google Cloud,GKE,Heroku,Docker," +
  "Kubernetes,k8s,K8s,Helm,OpenShift,Terraform,Pulumi,Ansible,Puppet,Chef,Vault,Jenkins,GitLab CI,GitHub Actions,CI/CD," +
  "Prometheus,Grafana,Datadog,Splunk,ELK,OpenTelemetry,Nginx,Tomcat,Linux,Unix,Ubuntu,VMware,Git,GitHub,Jira,Kafka," +
  "RabbitMQ,MQTT,Spark,Apache Spark,PySpark,Hadoop,Hive,Airflow,dbt,Flink,Pandas,pandas,NumPy,scikit-learn,sklearn," +
  "TensorFlow,PyTorch,Keras,JAX,ONNX,XGBoost,LightGBM,OpenCV,spaCy,Hugging Face,LangChain,LLMs,NLP,MLflow,Jupyter,Tableau," +
  "Power BI,Excel,SAS,SPSS,Selenium,Cypress,Playwright,Jest,JUnit,pytest,Postman,JMeter,Maven,Gradle,npm,Android,iOS," +
  "SwiftUI,Flutter,Unity,CUDA,Arduino,FPGA,Verilog,VHDL,ROS,SolidWorks,AutoCAD,Figma,Photoshop,Salesforce,SAP,ServiceNow," +
  "WordPress,TCP/IP,OAuth2,JWT,Wireshark,Solidity,WebAssembly,Prisma,Keycloak,Protobuf,Bazel,Zig,ABAP";

Deno.test("the languages and technologies of technical résumés are found in their usual spellings", () => {
  const names = technologies.split(",");
  const isFound = (text: string, name: string, sections: Section[]) => {
    const at = text.indexOf(name);
    return extractSkills(text, sections).some(({ start, end }) => start <= at && end >= at + name.length);
  };
  for (
    const [place, write] of [
      ["skills", (name: string) => `Docker, ${name}, Python, PostgreSQL`],
      ["experience", (name: string) => `• Built services with ${name} and PostgreSQL on Linux.`],
    ] as const
  ) {
    const missed = names.filter((name) => {
      const text = write(name);
      return !isFound(text, name, [{ name: place, heading: place, start: 0, end: text.length }]);
    });
    ok(missed.length <= names.length * 0.02, `${place}: ${missed.join(", ")}`);
  }
});

Deno.test("an automaton reports each name where it stands whole, a plural and a version one character short", () => {
  const found: string[] = [];
  const patterns = ["c++", "node.js", "machine learning", "api", "ci/cd", "api"];
  const text = "c++, machine learning apis node.js2 ci/cd rapi";
  buildAutomaton(patterns).scan(Uint16Array.from(text, (char) => char.charCodeAt(0)), (pattern, start, end) => {
    found.push(`${pattern} ${text.slice(start, end)}`);
  });
  deepEqual(found, ["0 c++", "2 machine learning", "3 api", "1 node.js", "4 ci/cd"]);
});

Deno.test("an automaton refuses what it cannot look for", () => {
  for (const pattern of ["", "a ".repeat(TOKENS_MAX + 1).trim()]) {
    let refused = false;
    try {
      buildAutomaton([pattern]);
    } catch (error) {
      refused = error instanceof RangeError;
    }
    ok(refused);
  }
});
