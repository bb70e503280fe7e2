/**
 * Two jobs of an invented company, for those who bring none.
 *
 * @module
 */
import type { NewJob } from "./client.ts";

/** One that asks for much that the made people know, and one for few of them. */
export const demoJobs: NewJob[] = [
  {
    title: "Senior Backend Engineer",
    company: "Northwind Logistics",
    description:
      "You build the services that plan our deliveries: the API that partners call, the queue behind it, and " +
      "the PostgreSQL database under both. You design, review and run what you write, together with four others.",
    requirements: [
      "Five years of backend development, two of them with TypeScript or Node.js",
      "PostgreSQL in production: schema design, indexes, query plans",
      "Containers with Docker and Kubernetes, delivered through CI/CD",
      "REST APIs that other companies depend on",
    ],
    skills_required: ["TypeScript", "Node.js", "PostgreSQL", "Docker", "Kubernetes", "REST API"],
    skills_preferred: ["Redis", "Kafka"],
    location: "Hamburg",
    employment_type: "full-time",
    experience_level: "senior",
  },
  {
    title: "Data Analyst",
    company: "Northwind Logistics",
    description:
      "You find out why deliveries are late. You ask the warehouse, write the query, check it, and draw the " +
      "chart that makes the depot change its plan. Half of the work is talking with the people who drive.",
    requirements: [
      "SQL, and Python with pandas for what SQL is not made for",
      "Statistics well enough to say when a difference is none",
      "Dashboards in Tableau or Power BI that people really open",
    ],
    skills_required: ["SQL", "Python", "Statistics", "Tableau", "Data visualization"],
    skills_preferred: ["dbt", "Excel"],
    location: "Hamburg",
    employment_type: "full-time",
    experience_level: "mid",
  },
];
