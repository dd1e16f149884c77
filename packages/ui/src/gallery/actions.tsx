import { type ReactElement, useState } from 'react';
import { Button, type ButtonSize, type ButtonVariant } from '../button.tsx';
import { CopyButton } from '../copy-button.tsx';
import { IconButton } from '../icon-button.tsx';
import {
  ArrowUpRightIcon,
  DownloadIcon,
  EllipsisIcon,
  PlusIcon,
  RefreshCwIcon,
  UploadIcon,
} from '../icons.ts';
import { Kbd } from '../kbd.tsx';
import { TextLink } from '../text-link.tsx';
import { Line, Specimen } from './specimen.tsx';

const VARIANTS: readonly ButtonVariant[] = ['primary', 'secondary', 'ghost', 'danger', 'link'];
const SIZES: readonly ButtonSize[] = ['xs', 'sm', 'md', 'lg'];

/** Buttons, links and keys. */
export function ActionsBoard(): ReactElement {
  const [loading, setLoading] = useState(false);
  return (
    <>
      <Specimen title="Button" stack>
        {SIZES.map((size) => (
          <Line key={size} className="items-center">
            {VARIANTS.map((variant) => (
              <Button key={variant} variant={variant} size={size}>
                Void bill
              </Button>
            ))}
            <Button size={size} icon={DownloadIcon}>
              Download template
            </Button>
          </Line>
        ))}
        <Line className="items-start">
          <Button variant="primary" loading>
            Save
          </Button>
          <Button variant="primary" icon={UploadIcon} loading>
            Upload 10,000 leads
          </Button>
          <Button loading={loading} icon={RefreshCwIcon} onClick={() => setLoading((was) => !was)}>
            Refresh
          </Button>
          <Button variant="primary" trailingIcon={ArrowUpRightIcon}>
            Continue to Razorpay
          </Button>
          <Button disabledReason="Finance rights are needed to top up.">Top up 4</Button>
          <Button disabled>Previous</Button>
          <Button asChild variant="secondary">
            <a href="#button">A link as a button</a>
          </Button>
        </Line>
      </Specimen>
      <Specimen title="IconButton">
        <IconButton icon={EllipsisIcon} label="More" size="xs" />
        <IconButton icon={EllipsisIcon} label="More" />
        <IconButton icon={RefreshCwIcon} label="Refresh" size="md" />
        <IconButton icon={PlusIcon} label="Add" variant="secondary" size="md" />
        <IconButton icon={RefreshCwIcon} label="Refreshing" variant="secondary" loading />
        <IconButton icon={PlusIcon} label="Add (at the maximum)" variant="secondary" disabled />
      </Specimen>
      <Specimen title="Links, copying, keys">
        <span>
          Read <TextLink href="#links">how credits are charged</TextLink> before uploading.
        </span>
        <TextLink variant="plain" href="#links">
          View leads
        </TextLink>
        <TextLink variant="row" href="#links">
          april-emi.xlsx
        </TextLink>
        <span className="inline-flex items-center gap-1 font-mono text-dense">
          pay_QqX12345 <CopyButton value="pay_QqX12345" label="Copy payment reference" />
        </span>
        <CopyButton value="CP-20260407-AZN7" label="Copy reference" variant="text" />
        <span className="inline-flex items-center gap-1">
          <Kbd>⌘</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Specimen>
    </>
  );
}
