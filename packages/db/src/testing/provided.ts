/** What the global setup tells every test file: where the cluster is and which template to clone. */
export interface ProvidedDatabase {
  /** A database of the cluster, as its owner; clones are made from here. */
  adminUrl: string;
  template: string;
  /** Begins the name of every database of this run. */
  prefix: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabase: ProvidedDatabase;
  }
}
