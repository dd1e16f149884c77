import type { Runner } from '@lead-credits/db';
import type { Attachment } from './context.ts';

export const PDF_TYPE = 'application/pdf';

/** What the file of a document is called: its number without the slashes, which no file name may hold. */
export function pdfName(number: string): string {
  return `${number.replaceAll('/', '-')}.pdf`;
}

/** The stored PDF of a document; undefined until it was rendered for the first time. */
export async function findDocumentFile(
  runner: Runner,
  { projectId, documentId }: { projectId: string; documentId: string },
): Promise<Attachment | undefined> {
  const [row] = await runner.run<{ number: string; pdf: Uint8Array }>({
    name: 'document-file',
    text: `select d.number, f.pdf from app.document d join app.document_file f on f.document_id = d.id
      where d.project_id = $1::uuid and d.id = $2::uuid`,
    values: [projectId, documentId],
  });
  return row && { fileName: pdfName(row.number), contentType: PDF_TYPE, bytes: row.pdf };
}
