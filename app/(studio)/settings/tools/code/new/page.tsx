import { NeedsPermission } from "@/components/settings/needs-permission";
import { NewCodeTool } from "@/components/settings/tools/code/new-code-tool";

export const metadata = { title: "New tool" };

export default function NewCodeToolPage() {
  return (
    <NeedsPermission permission="tool.write">
      <NewCodeTool />
    </NeedsPermission>
  );
}
