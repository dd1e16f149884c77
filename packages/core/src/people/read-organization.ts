import { creditStatus, type OrganizationView, type organizationInput } from '@lead-credits/contract';
import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import { authorizeOrganization } from './organization-access.ts';

type Row = {
  id: string;
  name: string;
  available: number;
  reserved: number;
  debt: number;
  low_threshold: number | null;
};

/**
 * The projects of an organisation with their balance in credits and badge: all of them for a member and for staff, the
 * given ones for an operator. NOT_FOUND for anybody else.
 */
export async function readOrganization(
  ctx: Ctx,
  { organizationId }: z.output<typeof organizationInput>,
): Promise<OrganizationView> {
  const access = await authorizeOrganization(ctx, organizationId, 'project.read');
  const rows = await ctx.db.run<Row>({
    name: 'read-organization',
    text: `select p.id, p.name, a.available, a.reserved, a.debt, p.low_threshold
      from app.project p
      join app.account a on a.project_id = p.id
      where p.organization_id = $1::uuid and ($2::uuid is null
        or exists (select from app.member_project mp where mp.member_id = $2::uuid and mp.project_id = p.id))
      order by p.name, p.id`,
    values: [organizationId, access.limitedToMemberId],
  });
  return {
    id: access.organizationId,
    name: access.organizationName,
    projects: rows.map(({ id, name, available, reserved, debt, low_threshold: lowThreshold }) => ({
      id,
      name,
      available,
      reserved,
      status: creditStatus({ available, debt, lowThreshold }),
    })),
  };
}
