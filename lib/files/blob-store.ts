/** Where the contents of files are: a folder, or a bucket. A key is written once and never changed. */
export interface BlobStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** @throws AppError unavailable */
  get(key: string): Promise<Uint8Array>;
  /** What is not there is as good as deleted. */
  delete(key: string): Promise<void>;
}
