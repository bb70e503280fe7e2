/**
 * Skills that another one is a kind of or cannot be without: who has run PostgreSQL has written SQL.
 *
 * @module
 */

/** Credit of a skill that another one implies: more than a hint, less than the word itself. */
export const IMPLIED_CREDIT = 0.8;

/** What is implied, then what each of these alone implies it. Canonical names, one step: nothing follows from an implied skill. */
const lines = `
SQL: PostgreSQL, MySQL, MariaDB, SQLite, Microsoft SQL Server, Oracle Database, T-SQL, PL/SQL, BigQuery, Amazon Redshift, Snowflake
Relational databases: SQL, PostgreSQL, MySQL, MariaDB, SQLite, Microsoft SQL Server, Oracle Database
NoSQL: MongoDB, Cassandra, DynamoDB, Couchbase
JavaScript: TypeScript, React, Angular, Vue.js, Svelte, Next.js, Node.js, Express.js, jQuery
Front-end development: React, Angular, Vue.js, Svelte
Node.js: Express.js
Python: Django, Flask, FastAPI, Pandas, NumPy, scikit-learn, PyTorch, pytest
Java: Spring Framework, Spring Boot, Hibernate, JUnit
Spring Framework: Spring Boot
.NET: ASP.NET, Entity Framework
C#: ASP.NET, Entity Framework
PHP: Laravel, Symfony
Ruby: Ruby on Rails
CSS: Sass, Tailwind CSS, Bootstrap
Machine learning: Deep learning, PyTorch, TensorFlow, Keras, scikit-learn, XGBoost, Reinforcement learning
Deep learning: PyTorch, TensorFlow, Keras
Natural language processing: Large language models
Cloud: AWS, Microsoft Azure, Google Cloud Platform
Cloud computing: AWS, Microsoft Azure, Google Cloud Platform
Containerization: Docker, Kubernetes
CI/CD: Jenkins, GitHub Actions, GitLab CI, CircleCI
Version control: Git, GitHub, GitLab, Subversion
Git: GitHub, GitLab
Infrastructure as code: Terraform, CloudFormation
Configuration management: Ansible, Puppet
Virtualization: VMware
Monitoring: Prometheus, Grafana, Datadog
Message queues: RabbitMQ, Apache Kafka
Linux: Ubuntu, Red Hat Enterprise Linux
Big data: Hadoop, Apache Spark, Apache Hive
Business intelligence: Tableau, Power BI, Looker, QlikView
Data visualization: Tableau, Power BI, Looker, QlikView
Dashboards: Tableau, Power BI, Looker, QlikView
ETL: Informatica, Talend, SSIS
Statistical analysis: SPSS, SAS, Stata
Microsoft Office: Microsoft Excel, Microsoft Word, Microsoft PowerPoint
Agile: Scrum, Kanban
Project management: PMP, PRINCE2
CRM: Salesforce, HubSpot
ERP: SAP, NetSuite
CAD: AutoCAD, SolidWorks, CATIA
Adobe Creative Suite: Adobe Photoshop, Adobe Illustrator, Adobe InDesign
Test automation: Selenium, Cypress, Playwright
Unit testing: JUnit, pytest, Jest
Mobile development: iOS, Android
Applicant tracking systems: Greenhouse ATS
Electronic health records: Epic Systems, Cerner
Web analytics: Google Analytics
Digital marketing: Google Ads, SEO, Email marketing, Social media marketing
Video editing: Adobe Premiere Pro, Final Cut Pro
`;

const impliers = new Map(
  lines.trim().split("\n").map((line): [string, readonly string[]] => {
    const [implied, others] = line.split(": ");
    return [implied!, others!.split(", ")];
  }),
);

/** Canonical names of the skills that each imply this one; empty for most. */
export function impliersOf(skill: string): readonly string[] {
  return impliers.get(skill) ?? [];
}

/** Every implied skill, for tests of the list against the taxonomy. */
export function impliedSkills(): Iterable<string> {
  return impliers.keys();
}
