import { NeedsPermission } from "@/components/settings/needs-permission";
import { SignedIn } from "@/components/settings/tools/sign-in/signed-in";

export const metadata = { title: "Signed in" };

interface SignedInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignedInPage({ searchParams }: SignedInPageProps) {
  const { code, state, iss, error, error_description } = await searchParams;
  return (
    <NeedsPermission permission="tool.manage">
      <SignedIn
        code={one(code)}
        state={one(state)}
        iss={one(iss)}
        refusal={one(error_description) ?? one(error)}
      />
    </NeedsPermission>
  );
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
