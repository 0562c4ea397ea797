// Pictures, files, stickers and polls inside a bubble.

import { el, icon } from "./dom.js";
import { t } from "./texts.js";

const address = (file) => `/sandbox/files/${encodeURIComponent(file.file_id)}`;

export function renderAttachments(message, { onVote }) {
  const nodes = [];
  if (message.photo) nodes.push(picture(message.photo.at(-1)));
  if (message.document) nodes.push(document_(message.document));
  if (message.sticker) nodes.push(el("div", { className: "sticker", role: "img", "aria-label": t("sticker") }, message.sticker.emoji));
  if (message.poll) nodes.push(poll(message.poll, (number) => onVote(message.message_id, number)));
  return nodes;
}

/** One line that stands for a message, in a reply or an announcement. */
export function summary(message) {
  const kind = ["photo", "document", "sticker", "poll"].find((name) => name in message);
  const names = { photo: t("photo"), document: t("file"), sticker: t("sticker"), poll: t("poll") };
  return message.text ?? message.caption ?? names[kind] ?? "";
}

function picture(photo) {
  return el("img", { className: "picture", src: address(photo), alt: t("photo"), loading: "lazy" });
}

function document_(file) {
  const size = file.file_size < 1024 ? `${file.file_size} B` : `${(file.file_size / 1024).toFixed(1)} KB`;
  return el(
    "a",
    { className: "document", href: address(file), download: file.file_name },
    el("span", {}, icon("file")),
    el("span", {}, el("b", {}, file.file_name), el("small", {}, size)),
  );
}

function poll(content, vote) {
  const options = content.options.map((option, number) =>
    el(
      "button",
      { type: "button", className: "option", disabled: content.is_closed, onclick: () => vote(number) },
      el("span", {}, option.text),
      el("span", {}, String(option.voter_count)),
    ),
  );
  return el("div", { className: "poll" }, el("b", {}, content.question), options);
}
