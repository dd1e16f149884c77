import { type ReactElement, useState } from 'react';
import { Checkbox } from '../checkbox.tsx';
import { Field } from '../field.tsx';
import { FilterChips } from '../filter-chips.tsx';
import { formatCount } from '../format.ts';
import { WorkflowIcon } from '../icons.ts';
import { Input } from '../input.tsx';
import { NumberStepper, StepperPreset } from '../number-stepper.tsx';
import { RadioGroup } from '../radio-group.tsx';
import { SearchInput } from '../search-input.tsx';
import { SecretField } from '../secret-field.tsx';
import { Select } from '../select.tsx';
import { Switch } from '../switch.tsx';
import { Textarea } from '../textarea.tsx';
import { Line, Specimen } from './specimen.tsx';

const PROCESSES = [
  { value: 'testing', label: 'Testing Process', hint: 'Calling starts after 5 minutes', icon: WorkflowIcon },
  { value: 'emi', label: 'EMI Reminder', hint: 'Calling starts after 30 minutes', icon: WorkflowIcon },
  { value: 'old', label: 'Renewals 2025', hint: 'Paused by Priya', icon: WorkflowIcon, disabled: true },
];

function TextFields(): ReactElement {
  const [state, setState] = useState<string | null>(null);
  const [process, setProcess] = useState<string | null>('testing');
  return (
    <Specimen title="Field, Input, Select, Textarea" stack>
      <div className="grid max-w-form gap-4 md:grid-cols-2">
        <Field label="Account name" hint="Your project or company name">
          <Input defaultValue="Acme Outbound" />
        </Field>
        <Field label="Tax ID / GSTIN" hint="Required for GST invoicing" optional>
          <Input mono placeholder="29ABCDE1234F1Z5" className="max-w-60" />
        </Field>
        <Field label="GSTIN" error="GSTIN must have 15 characters; this has 14.">
          <Input mono defaultValue="29ABCDE1234F1Z" className="max-w-60" />
        </Field>
        <Field label="Pincode" error="Pincode must be 6 digits.">
          <Input inputMode="numeric" defaultValue="5600" className="max-w-30" />
        </Field>
        <Field label="State" hint="Decides CGST and SGST, or IGST">
          <Select
            options={[
              { value: '29', label: 'Karnataka' },
              { value: '27', label: 'Maharashtra' },
              { value: '33', label: 'Tamil Nadu' },
            ]}
            value={state}
            onValueChange={setState}
            placeholder="Choose a state"
          />
        </Field>
        <Field label="Select Process" hint="Defines how leads will be contacted">
          <Select options={PROCESSES} value={process} onValueChange={setProcess} />
        </Field>
        <Field
          label="Billing recipient e-mails"
          hint="One per line. Invoices will be sent here"
          aside="2 addresses"
        >
          <Textarea defaultValue={'accounts@acme.in\nfinance@acme.in'} />
        </Field>
        <Field label="Billing phone" hint="Fixed while a payment is open">
          <Input readOnly defaultValue="+91 98765 43210" />
        </Field>
        <Field label="Project" hint="Only an owner can rename it">
          <Input disabled defaultValue="Acme Outbound" />
        </Field>
        <Field label="API key" hint="Shown once; it cannot be read again">
          <SecretField value="lc_live_9f2c7a41d0b84e5fa3" copyLabel="Copy API key" />
        </Field>
      </div>
    </Specimen>
  );
}

function ChoiceFields(): ReactElement {
  const [skip, setSkip] = useState(false);
  const [mail, setMail] = useState(true);
  const [window_, setWindow] = useState<string | null>('active');
  return (
    <Specimen title="Checkbox, Switch, RadioGroup" stack>
      <Line className="gap-8">
        <div className="flex flex-col gap-3">
          <Checkbox
            checked={skip}
            onCheckedChange={setSkip}
            label="Do not initialize leads"
            hint="Upload without starting outreach"
          />
          <Checkbox checked onCheckedChange={setSkip} label="Checked" />
          <Checkbox checked="indeterminate" onCheckedChange={setSkip} label="Some of them" />
          <Checkbox
            checked={false}
            onCheckedChange={setSkip}
            label="Disabled"
            hint="Needs a second person"
            disabled
          />
          <Checkbox checked onCheckedChange={setSkip} label="Disabled and checked" disabled />
        </div>
        <div className="flex flex-col gap-3">
          <Switch
            checked={mail}
            onCheckedChange={setMail}
            label="Low balance"
            hint="Mail when fewer than 500 are left"
          />
          <Switch checked={false} onCheckedChange={setMail} label="Import finished" />
          <Switch
            checked
            onCheckedChange={setMail}
            label="Invoices"
            hint="Always on: an invoice is a legal document"
            disabled
          />
        </div>
        <Field label="Who is the same lead" hint="A setting of the process" group>
          <RadioGroup
            variant="cards"
            options={[
              {
                value: 'active',
                label: 'While the earlier lead is active',
                hint: 'Next month’s file goes in',
              },
              { value: 'days', label: 'Within 30 days' },
              { value: 'ever', label: 'Ever', disabled: true, hint: 'Needs an administrator' },
            ]}
            value={window_}
            onValueChange={setWindow}
          />
        </Field>
        <RadioGroup
          aria-label="Method"
          options={[
            { value: 'neft', label: 'NEFT' },
            { value: 'imps', label: 'IMPS' },
          ]}
          value="neft"
          onValueChange={() => undefined}
        />
      </Line>
    </Specimen>
  );
}

function QuantityFields(): ReactElement {
  const [units, setUnits] = useState<number | null>(5);
  const [reason, setReason] = useState<string | null>('phone');
  const [query, setQuery] = useState('');
  const presets = [1_000, 5_000, 25_000];
  return (
    <Specimen title="NumberStepper, SearchInput, FilterChips" stack>
      <Field label="Number of credits" hint="₹1.00 each, incl. 18 % GST" group>
        <NumberStepper
          value={units}
          onValueChange={setUnits}
          min={1}
          max={10_00_000}
          decreaseLabel="One less"
          increaseLabel="One more"
          presets={presets.map((preset) => (
            <StepperPreset key={preset} active={units === preset} onClick={() => setUnits(preset)}>
              {formatCount(preset)}
            </StepperPreset>
          ))}
        />
      </Field>
      <Field label="Number of credits" error="The smallest payment is ₹1.00." group>
        <NumberStepper
          value={0}
          onValueChange={() => undefined}
          min={0}
          decreaseLabel="One less"
          increaseLabel="One more"
        />
      </Field>
      <Line className="items-center">
        <SearchInput
          label="Search leads"
          placeholder="Name, phone or reference"
          value={query}
          onValueChange={setQuery}
        />
        <FilterChips
          label="Reasons"
          value={reason}
          onValueChange={setReason}
          chips={[
            { value: 'phone', label: 'No phone or e-mail', count: '212' },
            { value: 'digits', label: 'Phone has 9 digits', count: '38' },
            { value: 'dnc', label: 'On the do-not-call list', count: '4' },
          ]}
        />
      </Line>
    </Specimen>
  );
}

/** Everything that is typed into or chosen. */
export function FieldsBoard(): ReactElement {
  return (
    <>
      <TextFields />
      <ChoiceFields />
      <QuantityFields />
    </>
  );
}
