import type { ReactElement } from 'react';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { DropZone } from '../drop-zone.tsx';
import type { DropZoneState, DropZoneWords } from '../drop-zone-types.ts';
import { Field } from '../field.tsx';
import { Progress } from '../progress.tsx';
import { SegmentedBar } from '../segmented-bar.tsx';
import { Skeleton } from '../skeleton.tsx';
import { Spinner } from '../spinner.tsx';
import { TextLink } from '../text-link.tsx';
import { Specimen } from './specimen.tsx';

const DROP_WORDS: DropZoneWords = {
  prompt: 'Drop a CSV or Excel file, or',
  browse: 'browse',
  over: 'Drop it to check it',
  wrongType: 'CSV or .xlsx only',
  replace: 'Replace',
  remove: 'Remove file',
  chooseAnother: 'Choose another',
};

const DROP_STATES: readonly DropZoneState[] = [
  { kind: 'rest' },
  {
    kind: 'reading',
    fileName: 'april-emi.csv',
    detail: '12 MB of 20 MB read',
    progress: 0.6,
    progressText: '60%',
  },
  {
    kind: 'ready',
    fileName: 'acme-emi-reminders-april-2026-final-version-7.xlsx',
    detail: '312 KB · ~4 rows detected',
  },
  { kind: 'refused', fileName: 'notes.pdf', reason: 'This is a PDF. Nothing was uploaded or charged.' },
];

function Banners(): ReactElement {
  return (
    <Specimen title="Banner" stack>
      <Banner
        action={
          <TextLink variant="plain" href="#banner">
            Open the import
          </TextLink>
        }
        onDismiss={() => undefined}
      >
        38,200 credits are held by Priya’s file.xlsx until it finishes. Wait for it, or top up 4.
      </Banner>
      <Banner tone="success" title="5,000 credits added">
        Balance 5,000. Invoice CP/26-27/000123 was sent to accounts@acme.in.
      </Banner>
      <Banner tone="warning" title="Confirming your payment of ₹5,000.00">
        Credits arrive when Razorpay confirms it, usually within a minute. You can leave this page.
      </Banner>
      <Banner
        tone="danger"
        urgent
        title="The bank declined ₹5,000.00"
        action={
          <TextLink variant="plain" href="#banner">
            Try again
          </TextLink>
        }
      >
        No credits were added. If money left your account, it will arrive here as credits or go back to you.
      </Banner>
    </Specimen>
  );
}

/** What is going on, what went wrong, and what is waiting. */
export function FeedbackBoard(): ReactElement {
  return (
    <>
      <Banners />
      <Specimen title="DropZone" note="Drag a file over the page to see the other two states." stack>
        <div className="flex max-w-wizard flex-col gap-4">
          {DROP_STATES.map((state) => (
            <Field key={state.kind} label={`File (${state.kind})`} group>
              <DropZone
                state={state}
                accept=".csv,.xlsx"
                acceptTypes={[
                  'text/csv',
                  'application/vnd.ms-excel',
                  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
                ]}
                onFile={() => undefined}
                onRemove={() => undefined}
                words={DROP_WORDS}
                limits="Up to 20 MB and 1,00,000 rows"
                dropOnPage={state.kind === 'rest'}
              />
            </Field>
          ))}
        </div>
      </Specimen>
      <Specimen title="Progress, SegmentedBar" stack>
        <div className="flex max-w-wizard flex-col gap-4">
          <Progress value={6_240} max={10_000} label="Checking" valueText="6,240 of 10,000 rows" />
          <p className="text-body text-muted tabular-nums">
            6,240 of 10,000 rows · 1,150 rows/s · about 4 s left
          </p>
          <Progress value={null} label="Sending" valueText="Sending" />
          <SegmentedBar
            label="3 accepted, 1 failed, 0 duplicate of 4 rows"
            segments={[
              { key: 'accepted', label: 'Accepted', value: 3, tone: 'success' },
              { key: 'failed', label: 'Failed', value: 1, tone: 'danger' },
              { key: 'duplicate', label: 'Duplicate', value: 0, tone: 'neutral' },
            ]}
            total="= 4 rows"
          />
          <SegmentedBar
            label="9,788 accepted, 12 failed, 200 duplicate of 10,000 rows"
            segments={[
              { key: 'accepted', label: 'Accepted', value: 9_788, tone: 'success' },
              { key: 'failed', label: 'Failed', value: 12, tone: 'danger' },
              { key: 'duplicate', label: 'Duplicate', value: 200, tone: 'neutral' },
            ]}
            total="= 10,000 rows"
          />
        </div>
      </Specimen>
      <Specimen title="Spinner, Skeleton">
        <Spinner label="Loading" />
        <Spinner size={20} />
        <span className="flex w-60 flex-col gap-2">
          <Skeleton width="60%" height={20} />
          <Skeleton width="85%" />
          <Skeleton width="67.5%" />
        </span>
        <Button loading>Save</Button>
      </Specimen>
    </>
  );
}
