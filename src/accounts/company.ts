/**
 * The company that asks. Its other writer is the registration that founds it.
 *
 * @module
 */
import { eq } from "drizzle-orm";
import { companies } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import type { Actor, Services } from "../services.ts";
import { type ExpectedVersions, requireVersion } from "../version_check.ts";
import { requireAdmin } from "./roles.ts";

const columns = {
  id: companies.id,
  name: companies.name,
  retentionDays: companies.retentionDays,
  timezone: companies.timezone,
  version: companies.version,
  createdAt: companies.createdAt,
};

/** A tenant. */
export type Company = Pick<typeof companies.$inferSelect, keyof typeof columns>;

/** What its owner and admins may set; a member that is absent stays. */
export type CompanyChange = Partial<Pick<Company, "name" | "retentionDays" | "timezone">>;

/** The actor's company. */
export async function getCompany(services: Pick<Services, "db">, actor: Actor): Promise<Company> {
  const [company] = await services.db.select(columns).from(companies).where(eq(companies.id, actor.companyId));
  if (!company) throw noCompany();
  return company;
}

/** @throws {AppError} `forbidden` for others than the owner and admins; `precondition_failed`. */
export async function updateCompany(
  services: Pick<Services, "db">,
  actor: Actor,
  input: { change: CompanyChange; expected: ExpectedVersions },
): Promise<Company> {
  requireAdmin(actor, "change the company");
  return await services.db.transaction(async (tx) => {
    const own = eq(companies.id, actor.companyId);
    const [current] = await tx.select({ version: companies.version }).from(companies).where(own).for("no key update");
    if (!current) throw noCompany();
    requireVersion(current.version, input.expected);
    const [company] = await tx.update(companies).set({ ...input.change, version: current.version + 1 })
      .where(own).returning(columns);
    return company!;
  });
}

const noCompany = () => new AppError("not_found", "Cannot show the company: it is gone");
