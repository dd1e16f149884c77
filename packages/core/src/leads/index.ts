export { createLead } from './create-lead.ts';
export { failedRowsCsv } from './import/failed-rows.ts';
export { sweepImports } from './import/lease.ts';
export { listImports, readImport } from './import/list-imports.ts';
export { type ReceiveImport, receiveImport } from './import/receive-import.ts';
export { runImport } from './import/run-import.ts';
export { initializeLeads } from './initialize-leads.ts';
export { listLeads } from './list-leads.ts';
export { listProcesses, templateCsv } from './processes.ts';
