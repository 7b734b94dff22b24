import type { Context, Hono } from "hono";
import type { ApiServices } from "./api-services";
import type { Endpoint } from "./contract/endpoint";
import type { RateLimiter } from "./middleware/rate-limit";

/** What travels with a request through the API. */
export interface ApiEnv {
  Variables: {
    requestId: string;
    /** `Set-Cookie` for the answer: a new visitor's. */
    setCookie: string | undefined;
  };
}
export type ApiContext = Context<ApiEnv>;

/** What route files are mounted on. */
export interface Api {
  app: Hono<ApiEnv>;
  services: ApiServices;
  limit: RateLimiter;
  /** Endpoints mounted so far, for the OpenAPI document. */
  mounted: Endpoint[];
}
