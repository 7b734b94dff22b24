import type { Page } from "@playwright/test";
import { updateWorkspace } from "@/lib/api/contract/workspace";
import { startApp } from "./fixtures/app";
import { type OidcServer, startOidcServer } from "./fixtures/oidc-server";
import { admin } from "./fixtures/session";
import { test as base, expect, nobody } from "./fixtures/test";

const people = [
  { sub: "p1", name: "Known", email: admin.email, email_verified: true },
  { sub: "p2", name: "Stranger", email: "stranger@example.com", email_verified: true },
  { sub: "p3", name: "Pretender", email: admin.email, email_verified: false },
  { sub: "p4", name: "Newcomer", email: "newcomer@example.com", email_verified: true },
];

/** An installation of its own that knows a provider. */
const test = base.extend<object, { oidc: OidcServer }>({
  oidc: [
    async ({ installation }, use) => {
      const oidc = await startOidcServer(installation, people);
      await use(oidc);
      await oidc.close();
    },
    { scope: "worker" },
  ],
  app: [
    async ({ oidc }, use) => {
      const app = await startApp(oidc.env);
      await use(app);
      await app.dispose();
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

test.use({ storageState: nobody });

/** From our sign-in page to the provider's and, as the person chosen there, back. */
async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with Company account" }).click();
  await page.getByRole("link", { name, exact: true }).click();
}

test("a known address signs in as the account it belongs to, and again", async ({ page, admin: host }) => {
  await host.call(updateWorkspace, { body: { signUpOpen: false } });
  for (const visit of ["first", "second"]) {
    await test.step(`the ${visit} visit`, async () => {
      await signInAs(page, "Known");
      await page.getByRole("button", { name: `Account of ${admin.name}` }).click();
      await expect(page.getByText(admin.email)).toBeVisible();
      await page.getByRole("menuitem", { name: "Sign out" }).click();
      await expect(page.getByRole("button", { name: "Continue with Company account" })).toBeVisible();
    });
  }
});

for (const [name, why] of [
  ["Stranger", "has no account while sign-up is closed"],
  ["Pretender", "names somebody's address without having confirmed it"],
] as const) {
  test(`${name} is turned away: ${why}`, async ({ page, admin: host }) => {
    await host.call(updateWorkspace, { body: { signUpOpen: false } });
    await signInAs(page, name);
    await expect(page.getByText("This account may not sign in here.")).toBeVisible();
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in/);
  });
}

test("while sign-up is open a newcomer gets an account, and may look", async ({ page, admin: host }) => {
  await host.call(updateWorkspace, { body: { signUpOpen: true } });
  await signInAs(page, "Newcomer");
  await page.getByRole("button", { name: "Account of Newcomer" }).click();
  await expect(page.getByText(`Viewer in ${admin.workspace}`)).toBeVisible();
});

test("an answer of the provider to a question nobody asked signs nobody in", async ({
  page,
  admin: host,
}) => {
  await host.call(updateWorkspace, { body: { signUpOpen: true } });
  await page.goto("/api/auth/callback/oidc?code=stolen&state=forged");
  await expect(page.getByText("did not confirm who you are")).toBeVisible();
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
});
