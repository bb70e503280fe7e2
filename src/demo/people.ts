/**
 * Six invented people with a résumé each. Their phone numbers are reserved for fiction, their addresses for examples.
 *
 * @module
 */

/** A position somebody held or holds. */
export interface Position {
  title: string;
  company: string;
  location: string;
  /** "May 2019". */
  start: string;
  /** `null` while it goes on. */
  end: string | null;
  bullets: string[];
}

/** What a résumé is made of. */
export interface Person {
  name: string;
  headline: string;
  email: string;
  phone: string;
  location: string;
  links: string[];
  summary: string;
  /** Groups of skills: name and members. */
  skills: [string, string[]][];
  experience: Position[];
  education: { degree: string; institution: string; years: string }[];
  languages: string[];
  certifications: string[];
}

/** By what they do. */
export const people = {
  backend: {
    name: "Amara Nwosu",
    headline: "Senior Backend Engineer",
    email: "amara.nwosu@example.com",
    phone: "+44 20 7946 0132",
    location: "Leeds, United Kingdom",
    links: ["github.com/amara-example", "linkedin.com/in/amara-example"],
    summary:
      "Backend engineer with nine years of building and running APIs for logistics and payments. Designs the schema " +
      "first, measures before tuning, and has carried a pager for everything she shipped.",
    skills: [
      ["Languages", ["TypeScript", "JavaScript", "SQL", "Python"]],
      ["Backend", ["Node.js", "REST APIs", "GraphQL", "PostgreSQL", "Redis"]],
      ["Operations", ["Docker", "GitHub Actions", "Terraform", "AWS"]],
    ],
    experience: [
      {
        title: "Senior Backend Engineer",
        company: "Parcelway",
        location: "Leeds",
        start: "March 2020",
        end: null,
        bullets: [
          "Own the partner API in TypeScript and Node.js: 40 carriers, 1,100 requests per second at peak, 99.95 % availability.",
          "Moved the shipment store from MongoDB to PostgreSQL without downtime, and cut the slowest report from 40 to 2 seconds with partial indexes.",
          "Introduced contract tests for every REST endpoint, which halved the incidents that partners reported.",
          "Package all services with Docker and deliver them through GitHub Actions, from a pull request to production in 14 minutes.",
          "Lead a group of four engineers, run design reviews and the on-call rota.",
        ],
      },
      {
        title: "Backend Engineer",
        company: "Brightledger",
        location: "Manchester",
        start: "June 2017",
        end: "February 2020",
        bullets: [
          "Built the invoicing service in Node.js with PostgreSQL and Redis, used by 3,000 small companies.",
          "Wrote the double-entry ledger and its reconciliation with two banks, audited without findings.",
          "Replaced nightly batches by an event queue, so that balances are current within a second.",
        ],
      },
      {
        title: "Software Developer",
        company: "Harbour Apps",
        location: "Liverpool",
        start: "September 2015",
        end: "May 2017",
        bullets: [
          "Developed the booking backend of a ferry line in Python with Django and PostgreSQL.",
          "Automated deployments with Ansible, and wrote the first integration tests of the company.",
        ],
      },
    ],
    education: [
      { degree: "BSc Computer Science", institution: "University of Northbridge", years: "2012 - 2015" },
    ],
    languages: ["English (native)", "French (B2)"],
    certifications: ["AWS Certified Developer - Associate"],
  },
  frontend: {
    name: "Lukas Brandström",
    headline: "Frontend Developer",
    email: "lukas.brandstrom@example.com",
    phone: "+1 202-555-0147",
    location: "Gothenburg, Sweden",
    links: ["github.com/lukas-example"],
    summary:
      "Frontend developer who cares for accessible, fast interfaces. Six years with React and TypeScript, in teams that " +
      "release every day.",
    skills: [
      ["Frontend", ["TypeScript", "React", "Next.js", "CSS", "HTML"]],
      ["Testing", ["Playwright", "Jest", "Storybook"]],
      ["Other", ["Node.js", "GraphQL", "Figma", "Git"]],
    ],
    experience: [
      {
        title: "Frontend Developer",
        company: "Vinterhamn Media",
        location: "Gothenburg",
        start: "August 2021",
        end: null,
        bullets: [
          "Rebuilt the news site in Next.js and TypeScript; the largest contentful paint went from 4.1 to 1.6 seconds.",
          "Maintain a design system of 60 React components with Storybook and visual tests.",
          "Brought the subscription flow to WCAG 2.2 AA together with a group of blind readers.",
        ],
      },
      {
        title: "Web Developer",
        company: "Studio Kattegat",
        location: "Malmö",
        start: "January 2019",
        end: "July 2021",
        bullets: [
          "Delivered web shops for eleven clients with React and a small Node.js backend.",
          "Set up Playwright tests that run on each pull request.",
        ],
      },
    ],
    education: [{ degree: "BA Media Technology", institution: "Malmö Institute of Design", years: "2015 - 2018" }],
    languages: ["Swedish (native)", "English (C1)"],
    certifications: [],
  },
  data: {
    name: "Inés Carvalho",
    headline: "Data Analyst",
    email: "ines.carvalho@example.com",
    phone: "+1 202-555-0163",
    location: "Porto, Portugal",
    links: ["linkedin.com/in/ines-example"],
    summary:
      "Data analyst with five years in retail and transport. Turns vague questions into queries, and results into charts " +
      "that people act on.",
    skills: [
      ["Analysis", ["SQL", "Python", "pandas", "Statistics", "A/B testing"]],
      ["Presentation", ["Tableau", "Power BI", "Data visualization", "Excel"]],
      ["Engineering", ["dbt", "BigQuery", "Git"]],
    ],
    experience: [
      {
        title: "Data Analyst",
        company: "Linha Norte Transport",
        location: "Porto",
        start: "2021-09",
        end: null,
        bullets: [
          "Found the cause of a third of all late trains by joining timetable, weather and crew data in SQL.",
          "Built twelve Tableau dashboards that the control room opens every morning.",
          "Estimate the effect of new timetables with regression and matched samples in Python and pandas.",
        ],
      },
      {
        title: "Junior Data Analyst",
        company: "Mercado Azul",
        location: "Braga",
        start: "2019-07",
        end: "2021-08",
        bullets: [
          "Ran 40 A/B tests of the web shop, and wrote the guide on when to stop one.",
          "Modelled sales in dbt, so that finance and marketing count revenue the same way.",
        ],
      },
    ],
    education: [{ degree: "MSc Applied Statistics", institution: "Douro School of Economics", years: "2017 - 2019" }],
    languages: ["Portuguese (native)", "English (C1)", "Spanish (B2)"],
    certifications: ["Tableau Desktop Specialist"],
  },
  nurse: {
    name: "Grace Odhiambo",
    headline: "Registered Nurse, Intensive Care",
    email: "grace.odhiambo@example.com",
    phone: "+44 20 7946 0177",
    location: "Bristol, United Kingdom",
    links: [],
    summary:
      "Intensive care nurse with eight years at the bedside, mentor of newly qualified colleagues, calm when four alarms " +
      "ring at once.",
    skills: [
      ["Clinical", ["Patient care", "Mechanical ventilation", "Medication administration", "Triage"]],
      ["Practice", ["Infection control", "Electronic health records", "Mentoring"]],
    ],
    experience: [
      {
        title: "Senior Staff Nurse",
        company: "Severn General Hospital",
        location: "Bristol",
        start: "April 2019",
        end: null,
        bullets: [
          "Care for ventilated patients in a unit of eighteen beds, and coordinate the shift of nine nurses.",
          "Lowered central line infections by a third with a checklist that the whole unit wrote together.",
          "Train newly qualified nurses in medication administration and airway management.",
        ],
      },
      {
        title: "Staff Nurse",
        company: "Avonmouth Infirmary",
        location: "Bristol",
        start: "September 2016",
        end: "March 2019",
        bullets: [
          "Nursed patients on an acute medical ward, from admission to discharge planning.",
          "Documented care in electronic health records and led the handover of the night shift.",
        ],
      },
    ],
    education: [{ degree: "BSc Nursing", institution: "Westmoor University", years: "2013 - 2016" }],
    languages: ["English (native)", "Swahili (native)"],
    certifications: ["Advanced Life Support"],
  },
  accountant: {
    name: "Tomasz Wilczek",
    headline: "Management Accountant",
    email: "tomasz.wilczek@example.com",
    phone: "+1 202-555-0119",
    location: "Gdansk, Poland",
    links: [],
    summary:
      "Management accountant in manufacturing and wholesale. Closes the month in four days, and explains variances in " +
      "words that a plant manager uses.",
    skills: [
      ["Accounting", ["Financial reporting", "Budgeting", "Cost accounting", "Month-end close", "Internal audit"]],
      ["Tools", ["Microsoft Excel", "SQL", "Power BI", "SAP"]],
    ],
    experience: [
      {
        title: "Management Accountant",
        company: "Baltic Pump Works",
        location: "Gdansk",
        start: "02/2020",
        end: null,
        bullets: [
          "Prepare budgets and rolling forecasts for three plants with a turnover of 90 million euros.",
          "Replaced a web of spreadsheets by one SQL model and a Power BI report, which shortened the close by five days.",
          "Found 1.2 million euros of slow stock by analysing turnover per article.",
        ],
      },
      {
        title: "Accountant",
        company: "Hurtownia Morska",
        location: "Gdynia",
        start: "10/2016",
        end: "01/2020",
        bullets: [
          "Kept accounts payable and receivable for 600 suppliers and customers.",
          "Prepared VAT returns and supported two external audits without findings.",
        ],
      },
    ],
    education: [{
      degree: "MA Finance and Accounting",
      institution: "Pomeranian Business School",
      years: "2011 - 2016",
    }],
    languages: ["Polish (native)", "English (B2)", "German (B1)"],
    certifications: ["Certified Management Accountant"],
  },
  chef: {
    name: "Léa Marchetti",
    headline: "Head Chef",
    email: "lea.marchetti@example.com",
    phone: "+1 202-555-0188",
    location: "Lyon, France",
    links: [],
    summary:
      "Head chef of a forty-seat restaurant with a short menu that follows the market. Trains apprentices, and throws " +
      "away little.",
    skills: [
      ["Kitchen", ["Menu planning", "Food safety", "HACCP", "Pastry", "Butchery"]],
      ["Management", ["Inventory management", "Staff scheduling", "Cost control"]],
    ],
    experience: [
      {
        title: "Head Chef",
        company: "La Table des Quais",
        location: "Lyon",
        start: "May 2018",
        end: null,
        bullets: [
          "Lead a kitchen of seven, from the purchase at the market to the last plate.",
          "Reduced food waste by 30 % with a menu that uses each animal and vegetable whole.",
          "Keep food cost at 27 % while prices of fish and butter went up by a fifth.",
        ],
      },
      {
        title: "Sous Chef",
        company: "Brasserie du Pont Vert",
        location: "Grenoble",
        start: "September 2014",
        end: "April 2018",
        bullets: [
          "Ran the hot section for a hundred and twenty covers a night, after the bread oven at five in the morning.",
          "Wrote the hygiene plan after HACCP, and passed every inspection since.",
        ],
      },
    ],
    education: [{ degree: "CAP Cuisine", institution: "Rhone Culinary School", years: "2009 - 2011" }],
    languages: ["French (native)", "Italian (C1)", "English (B1)"],
    certifications: [],
  },
} satisfies Record<string, Person>;

/** Who there is. */
export type PersonKey = keyof typeof people;
