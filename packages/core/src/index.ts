export * from './access.ts';
export * as billing from './billing/index.ts';
export * from './context.ts';
export * as credits from './credits/index.ts';
export { DomainError, notFound, validationFailed } from './errors.ts';
export * as invoices from './invoices/index.ts';
export * as leads from './leads/index.ts';
export * as people from './people/index.ts';
export { withTransaction } from './transaction.ts';
