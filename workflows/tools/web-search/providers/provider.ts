/** What is asked of a search service. */
export interface SearchQuestion {
  query: string;
  /** How many results at most. */
  count: number;
  /** Absent where the service needs none. */
  key: string | undefined;
  /** Of a service that people run themselves. */
  address: string;
}

export interface SearchRequest {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface SearchHit {
  title: string;
  url: string;
  text: string;
}

/** How one search service is asked and how it answers. */
export interface SearchProvider {
  needs: "key" | "address";
  request(question: SearchQuestion): SearchRequest;
  /** @throws ZodError for an answer of another shape */
  read(answer: unknown): SearchHit[];
}
