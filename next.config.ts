import type { NextConfig } from "next";

const development = process.env.NODE_ENV === "development";

/** Nothing is loaded from elsewhere: fonts, scripts and pictures come from this server. */
const contentSecurityPolicy = [
  "default-src 'self'",
  // Next writes inline scripts; React's development build needs eval.
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const config: NextConfig = {
  poweredByHeader: false,
  // `npm test` checks types by itself; a start should not pay for it again.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  headers: async () => [
    {
      // The API's documentation page is narrower and says so itself.
      source: "/((?!api/docs).*)",
      headers: [{ key: "Content-Security-Policy", value: contentSecurityPolicy }],
    },
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
  ],
};

export default config;
