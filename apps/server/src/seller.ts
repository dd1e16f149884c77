import type { Ctx } from '@lead-credits/core';
import type { SellerEnv } from './env.ts';

/** The one seller of an installation whose seller is named by the environment. */
const SELLER_ID = '01900000-0000-7000-8000-000000000001';
const PRICE_ID = '01900000-0000-7000-8000-000000000002';

/** ₹1.00 a credit with 18 % GST inside (SAC 998319 is taxed at 18 %). */
const FIRST_PRICE = { unitPricePaise: 100, priceIncludesTax: true, taxRateBp: 1_800 };
const NUMBER_PREFIX = 'CP';

/**
 * Makes the seller and its first price, and keeps the seller as the environment says. Issued documents hold a copy of
 * their own and never change; a price that is there is never touched.
 */
export async function ensureSeller({ db, clock }: Ctx, seller: SellerEnv): Promise<void> {
  const { unitPricePaise, priceIncludesTax, taxRateBp } = FIRST_PRICE;
  await db.run({
    name: 'ensure-seller',
    text: `insert into app.seller as s (id, name, gstin, address, state_code, sac, number_prefix, created_at)
      values ($1::uuid, $2::text, $3::text, $4::text[], $5::text, $6::text, $7::text, $8::timestamptz)
      on conflict (id) do update
        set name = excluded.name, gstin = excluded.gstin, address = excluded.address,
          state_code = excluded.state_code, sac = excluded.sac
        where (s.name, s.gstin, s.address, s.state_code, s.sac)
          is distinct from (excluded.name, excluded.gstin, excluded.address, excluded.state_code, excluded.sac)`,
    values: [
      SELLER_ID,
      seller.name,
      seller.gstin,
      seller.address,
      seller.stateCode,
      seller.sac,
      NUMBER_PREFIX,
      clock(),
    ],
  });
  await db.run({
    name: 'ensure-price',
    text: `insert into app.price_list
        (id, seller_id, project_id, unit_price_paise, price_includes_tax, tax_rate_bp, valid_from)
      select $1::uuid, $2::uuid, null, $3::bigint, $4::boolean, $5::int, $6::timestamptz
      where not exists (select from app.price_list where seller_id = $2::uuid)
      on conflict (id) do nothing`,
    values: [PRICE_ID, SELLER_ID, unitPricePaise, priceIncludesTax, taxRateBp, clock()],
  });
}
