import { deepEqual } from "node:assert/strict";
import { roleOf } from "./job_title.ts";

Deno.test("a job's title is read without who may apply, hours, place of work, pay and numbers", () => {
  const titles = {
    "Senior Java Developer (m/w/d) - Remote": "Senior Java Developer",
    "Registered Nurse - ICU - Full Time - $45/hr": "Registered Nurse - ICU",
    "URGENT HIRING: Data Analyst | Hybrid | Job ID 48213": "Data Analyst",
    "Softwareentwickler (w/m/div) Vollzeit": "Softwareentwickler",
    "Accountant, part-time, €40,000 - €50,000 per year": "Accountant",
    "Head Chef": "Head Chef",
    "C++/C# Engineer": "C++/C# Engineer",
    "Level 2 IT Support, Windows 10": "Level 2 IT Support, Windows 10",
    "Contact Center Agent": "Contact Center Agent",
    "Remote": "Remote",
    "12345": "12345",
  };
  deepEqual(Object.fromEntries(Object.keys(titles).map((title) => [title, roleOf(title)])), titles);
});
