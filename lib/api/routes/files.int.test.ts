import { afterAll, beforeAll, expect, test } from "vitest";
import { chatApi, filesApi } from "@/lib/api/contract";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type World } from "@/lib/api/testing/world";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test("a run's files are listed and come as attachments that no browser runs", async () => {
  const document = draw({
    channels: { page: text },
    nodes: {
      start: start("page"),
      write: node("file", { action: "write", name: "out/Über „alles“.html", content: "page" }),
      end: end("page"),
    },
    edges: ["start > write", "write > end"],
  });
  const { slug } = await publish(world, { from: { kind: "document", document } });
  const page = "<script>alert(1)</script>";
  const { body } = await world.send(chatApi.callAgent, { params: { slug }, body: { input: { page } } });
  const { id } = chatApi.callAgent.response.parse(body);
  const listed = await world.send(filesApi.listRunFiles, { params: { id } });
  const { items } = filesApi.listRunFiles.response.parse(listed.body);
  expect(items).toMatchObject([{ name: "out/Über „alles“.html", scope: "run", bytes: page.length }]);
  const fileId = items[0]?.id ?? "";
  const answer = await world.fetch(filesApi.getRunFile, { params: { id, fileId } });
  expect(await answer.text()).toBe(page);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "content-disposition":
      "attachment; filename=\"_ber__alles_.html\"; filename*=UTF-8''%C3%9Cber%20%E2%80%9Ealles%E2%80%9C.html",
  });
});
