import { type ReactElement, useState } from 'react';
import { AlertDialog } from '../alert-dialog.tsx';
import { Avatar } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { Count } from '../count.tsx';
import { DescriptionList } from '../description-list.tsx';
import { Dialog } from '../dialog.tsx';
import { Drawer } from '../drawer.tsx';
import {
  DropdownMenu,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from '../dropdown-menu.tsx';
import { Field } from '../field.tsx';
import { Icon } from '../icon.tsx';
import {
  ArrowUpRightIcon,
  ChevronsUpDownIcon,
  LogOutIcon,
  SettingsIcon,
  TriangleAlertIcon,
  UsersIcon,
} from '../icons.ts';
import { Money } from '../money.tsx';
import { PickList } from '../pick-list.tsx';
import { Popover } from '../popover.tsx';
import { SecretField } from '../secret-field.tsx';
import { Select } from '../select.tsx';
import { useToast } from '../toast.tsx';
import { Tooltip } from '../tooltip.tsx';
import { Specimen } from './specimen.tsx';

type Which = 'review' | 'blocked' | 'secret' | 'confirm' | 'typed' | 'side' | 'menu' | null;

type Shown = { which: Which; close: () => void };

function ReviewDialog({ which, close }: Shown): ReactElement {
  const [method, setMethod] = useState<string | null>('upi');
  return (
    <Dialog
      open={which === 'review'}
      onOpenChange={close}
      title="Review Payment"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" trailingIcon={ArrowUpRightIcon} onClick={close}>
            Continue to Razorpay
          </Button>
        </>
      }
    >
      <DescriptionList
        items={[
          { key: 'credits', label: 'Credits (Leads)', value: <Count value={5} /> },
          { key: 'price', label: 'Price, incl. 18 % GST', value: <Money paise={100} /> },
          { key: 'gst', label: 'GST inside', value: <Money paise={76} /> },
          { key: 'to', label: 'Bill to', value: 'Acme Motors Private Limited' },
          {
            key: 'pay',
            label: 'Amount to pay',
            value: <Money paise={500} />,
            emphasis: 'total',
            rule: 'heavy',
          },
          {
            key: 'after',
            label: 'Balance after',
            value: <Count value={5} />,
            emphasis: 'quiet',
            rule: 'none',
          },
        ]}
      />
      <Field label="Method" className="mt-4">
        <Select
          options={[
            { value: 'upi', label: 'UPI' },
            { value: 'card', label: 'Card' },
          ]}
          value={method}
          onValueChange={setMethod}
        />
      </Field>
      <p className="mt-4 text-body text-muted">
        Credits arrive only after the secure webhook confirms the payment.
      </p>
    </Dialog>
  );
}

function BlockedDialog({ which, close }: Shown): ReactElement {
  return (
    <Dialog
      open={which === 'blocked'}
      onOpenChange={close}
      title="Insufficient Lead Credits"
      footerLayout="stack"
      footer={
        <>
          <Button variant="primary" onClick={close}>
            Top up 4
          </Button>
          <Button onClick={close}>Cancel</Button>
        </>
      }
    >
      <DescriptionList
        variant="numbers"
        items={[
          { key: 'available', label: 'Available', value: <Count value={0} /> },
          { key: 'required', label: 'Required', value: <Count value={4} /> },
          {
            key: 'shortage',
            label: 'Shortage',
            emphasis: 'danger',
            rule: 'hairline',
            value: (
              <span className="inline-flex items-center gap-2">
                <Icon icon={TriangleAlertIcon} />
                <Count value={4} />
              </span>
            ),
          },
        ]}
      />
      <p className="mt-4 text-body">Nothing was uploaded and no credits were used.</p>
    </Dialog>
  );
}

function Modals(shown: Shown): ReactElement {
  const { which, close } = shown;
  return (
    <>
      <ReviewDialog {...shown} />
      <BlockedDialog {...shown} />
      <Dialog
        open={which === 'secret'}
        onOpenChange={close}
        dismissible={false}
        title="Copy the new API key"
        description="It is shown once and cannot be read again."
        footer={
          <Button variant="primary" onClick={close}>
            I have stored it
          </Button>
        }
      >
        <SecretField value="lc_live_9f2c7a41d0b84e5fa3" copyLabel="Copy API key" aria-label="API key" />
      </Dialog>
      <AlertDialog
        open={which === 'confirm'}
        onOpenChange={close}
        title="Void CP-20260407-AZN7?"
        description="Its payment link stops working and no credits are added. The row stays in the list as void."
        cancelLabel="Keep bill"
        actionLabel="Void bill"
        onAction={close}
      />
      <AlertDialog
        open={which === 'typed'}
        onOpenChange={close}
        title="Delete Acme Motors"
        description="Its 2 projects, 1,012 credits and all leads go. Invoices are kept for 8 years."
        cancelLabel="Keep organisation"
        actionLabel="Delete organisation"
        onAction={close}
        typedName={{
          name: 'Acme Motors',
          label: 'Type Acme Motors',
          mismatch: 'The name must be Acme Motors.',
        }}
      />
      <Drawer
        open={which === 'side'}
        onOpenChange={close}
        title="Overpayment of ₹5,000.00"
        footer={
          <>
            <Button onClick={close}>Reject</Button>
            <Button variant="primary" onClick={close}>
              Refund ₹5,000.00
            </Button>
          </>
        }
      >
        <p className="text-body text-muted">A capture arrived for a bill that was already settled.</p>
      </Drawer>
      <Drawer open={which === 'menu'} onOpenChange={close} side="left" title="Navigation" hideTitle>
        <p className="px-2 text-body text-muted">The sidebar’s links on a phone.</p>
      </Drawer>
    </>
  );
}

function Switcher(): ReactElement {
  const [open, setOpen] = useState(false);
  const [project, setProject] = useState('outbound');
  return (
    <Popover
      label="Projects"
      flush
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button trailingIcon={ChevronsUpDownIcon}>
          {project === 'outbound' ? 'Acme Outbound' : 'Acme Renewals'}
        </Button>
      }
    >
      <PickList
        label="Projects"
        placeholder="Find a project"
        empty="No project matches"
        value={project}
        onPick={(value) => {
          setProject(value);
          setOpen(false);
        }}
        options={[
          { value: 'outbound', label: 'Acme Outbound', detail: 'Acme Motors', aside: '0' },
          { value: 'renewals', label: 'Acme Renewals', detail: 'Acme Motors', aside: '1,000' },
        ]}
      />
    </Popover>
  );
}

/** Everything that opens. */
export function OverlaysBoard(): ReactElement {
  const [which, setWhich] = useState<Which>(null);
  const toast = useToast();
  return (
    <>
      <Specimen title="Dialog, AlertDialog, Drawer">
        <Button onClick={() => setWhich('review')}>Review and pay</Button>
        <Button onClick={() => setWhich('blocked')}>Blocked upload</Button>
        <Button onClick={() => setWhich('secret')}>New secret</Button>
        <Button onClick={() => setWhich('confirm')}>Void bill…</Button>
        <Button onClick={() => setWhich('typed')}>Delete organisation…</Button>
        <Button onClick={() => setWhich('side')}>Side case</Button>
        <Button onClick={() => setWhich('menu')}>Phone menu</Button>
        <Modals which={which} close={() => setWhich(null)} />
      </Specimen>
      <Specimen title="DropdownMenu, Popover, Tooltip, Toast">
        <DropdownMenu
          trigger={
            <button type="button" aria-label="Account" className="rounded-full touch:p-1.5">
              <Avatar icon="mail" size={32} />
            </button>
          }
        >
          <DropdownMenuLabel>owner@acme.in</DropdownMenuLabel>
          <DropdownMenuSeparator />
          <DropdownMenuItem icon={SettingsIcon}>Account Settings</DropdownMenuItem>
          <DropdownMenuItem icon={UsersIcon}>Organization View</DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem icon={LogOutIcon}>Sign Out</DropdownMenuItem>
        </DropdownMenu>
        <DropdownMenu align="start" trigger={<Button trailingIcon={ChevronsUpDownIcon}>Bill</Button>}>
          <DropdownMenuItem hint="Only platform staff" disabled>
            Mark as paid
          </DropdownMenuItem>
          <DropdownMenuItem tone="danger" onSelect={() => setWhich('confirm')}>
            Void bill…
          </DropdownMenuItem>
        </DropdownMenu>
        <Switcher />
        <Tooltip content="12,34,567 credits">
          <Button variant="ghost">12.3L</Button>
        </Tooltip>
        <Button onClick={() => toast.show({ message: 'Profile saved' })}>Toast</Button>
        <Button
          onClick={() =>
            toast.show({
              message: 'Member removed',
              action: { label: 'Undo', altText: 'Undo on the members page', onAction: () => undefined },
            })
          }
        >
          Toast with Undo
        </Button>
      </Specimen>
    </>
  );
}
