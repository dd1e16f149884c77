import { parseGstin } from '@lead-credits/contract';
import type { Runner } from '@lead-credits/db';
import { assert } from '../errors.ts';
import type { PriceTerms } from './quote.ts';

export type PriceInForce = {
  sellerId: string;
  sellerName: string;
  sellerStateCode: string;
  sellerGstin: string | null;
  unitPricePaise: number;
  priceIncludesTax: boolean;
  taxRateBp: number;
};

type PriceRow = {
  seller_id: string;
  name: string;
  state_code: string;
  gstin: string | null;
  unit_price_paise: number;
  price_includes_tax: boolean;
  tax_rate_bp: number;
};

/** The price of a project right now: its own price list before the general one, the latest in force. */
export async function priceInForce(runner: Runner, projectId: string, now: Date): Promise<PriceInForce> {
  const [row] = await runner.run<PriceRow>({
    name: 'price-in-force',
    text: `select s.id as seller_id, s.name, s.state_code, s.gstin, l.unit_price_paise, l.price_includes_tax, l.tax_rate_bp
      from app.price_list l join app.seller s on s.id = l.seller_id
      where (l.project_id = $1::uuid or l.project_id is null) and l.valid_from <= $2::timestamptz
      order by l.project_id nulls last, l.valid_from desc limit 1`,
    values: [projectId, now],
  });
  assert(row !== undefined, 'an installation has a price list');
  return {
    sellerId: row.seller_id,
    sellerName: row.name,
    sellerStateCode: row.state_code,
    sellerGstin: row.gstin,
    unitPricePaise: row.unit_price_paise,
    priceIncludesTax: row.price_includes_tax,
    taxRateBp: row.tax_rate_bp,
  };
}

/** The price as the pure quote takes it. */
export function termsOf(price: PriceInForce, placeOfSupplyCode: string | undefined): PriceTerms {
  const { unitPricePaise, priceIncludesTax, sellerStateCode, taxRateBp: rateBp } = price;
  const sellerRegistered = price.sellerGstin !== null && parseGstin(price.sellerGstin).ok;
  return { unitPricePaise, priceIncludesTax, rateBp, sellerRegistered, sellerStateCode, placeOfSupplyCode };
}
