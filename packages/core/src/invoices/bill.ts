import { type DocumentLine, type Party, stateByCode, type TOP_UP_STATES } from '@lead-credits/contract';
import type { Runner } from '@lead-credits/db';
import { placeOfSupply, splitTax, type TaxSplit } from './gst.ts';

/** A bill beside its seller, its project and the billing account as it is now. */
export type Bill = {
  state: (typeof TOP_UP_STATES)[number];
  purpose: 'self_serve' | 'staff';
  reference: string;
  project_name: string;
  created_at: string;
  due_at: string;
  seller_id: string;
  units: number;
  unit_price_paise: number;
  price_includes_tax: boolean;
  tax_rate_bp: number;
  amount_paise: number;
  seller_name: string;
  seller_gstin: string | null;
  seller_address: string[];
  seller_state_code: string;
  sac: string;
  number_prefix: string;
  account_name: string;
  gstin: string | null;
  address_line_1: string;
  address_line_2: string | null;
  city: string;
  state_code: string;
  pincode: string;
};

/** Undefined where there is no such bill in the project, or no billing account. */
export async function readBill(
  runner: Runner,
  projectId: string,
  topUpId: string,
): Promise<Bill | undefined> {
  const [bill] = await runner.run<Bill>({
    name: 'bill-to-issue',
    text: `select t.state, t.purpose, t.reference, pr.name as project_name, t.created_at, t.due_at, t.seller_id, t.units,
        t.unit_price_paise, t.price_includes_tax, t.tax_rate_bp, t.amount_paise, s.name as seller_name,
        s.gstin as seller_gstin, s.address as seller_address, s.state_code as seller_state_code, s.sac,
        s.number_prefix, b.account_name, b.gstin, b.address_line_1, b.address_line_2, b.city, b.state_code, b.pincode
      from app.top_up t
      join app.project pr on pr.id = t.project_id
      join app.seller s on s.id = t.seller_id
      join app.billing_profile b on b.project_id = t.project_id
      where t.project_id = $1::uuid and t.id = $2::uuid`,
    values: [projectId, topUpId],
  });
  return bill;
}

/** What a document of the bill says if it is issued now: parties, the amount split inclusively (Rule 35), the line. */
export type Draft = {
  seller: Party;
  buyer: Party;
  placeOfSupplyCode: string;
  split: TaxSplit;
  line: DocumentLine;
};

/** Pure. The seller's registration and the buyer's place decide the tax. */
export function draftOf(bill: Bill): Draft {
  const placeOfSupplyCode = placeOfSupply({ gstin: bill.gstin, stateCode: bill.state_code });
  const split = splitTax({
    amountPaise: bill.amount_paise,
    priceIncludesTax: true,
    rateBp: bill.tax_rate_bp,
    sellerRegistered: bill.seller_gstin !== null,
    sellerStateCode: bill.seller_state_code,
    placeOfSupplyCode,
  });
  return {
    seller: sellerOf(bill),
    buyer: buyerOf(bill),
    placeOfSupplyCode,
    split,
    line: lineOf(bill, split),
  };
}

function sellerOf(bill: Bill): Party {
  return {
    name: bill.seller_name,
    gstin: bill.seller_gstin,
    address: bill.seller_address,
    stateCode: bill.seller_state_code,
    stateName: stateName(bill.seller_state_code),
  };
}

function buyerOf(bill: Bill): Party {
  const lines = [bill.address_line_1, bill.address_line_2, `${bill.city} ${bill.pincode}`];
  return {
    name: bill.account_name,
    gstin: bill.gstin,
    address: lines.filter((line): line is string => Boolean(line)),
    stateCode: bill.state_code,
    stateName: stateName(bill.state_code),
  };
}

function lineOf(bill: Bill, { kind: _kind, rateBp, ...parts }: TaxSplit): DocumentLine {
  return {
    description: 'Lead credits',
    sac: bill.sac,
    quantity: bill.units,
    unitPricePaise: bill.unit_price_paise,
    priceIncludesTax: bill.price_includes_tax,
    taxRateBp: rateBp,
    ...parts,
  };
}

/** The name of a State by its GST code. */
export function stateName(stateCode: string): string {
  return stateByCode(stateCode)?.name ?? '';
}
