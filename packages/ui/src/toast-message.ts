import type { ReactNode } from 'react';

export type ToastAction = {
  label: string;
  /** Spoken instead, when the toast itself cannot be reached in time: says where else to do it. */
  altText: string;
  onAction: () => void;
};

export type ToastMessage = {
  /** Noun and past participle: "Profile saved". Never for money, imports or errors. */
  message: ReactNode;
  action?: ToastAction;
};
