/** A file chosen in the browser as bytes, in pieces, from the beginning: works where a Blob's stream is not yet async-iterable. */
export async function* blobBytes(blob: Blob, chunkBytes: number = 256 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += chunkBytes) {
    yield new Uint8Array(await blob.slice(at, at + chunkBytes).arrayBuffer());
  }
}
