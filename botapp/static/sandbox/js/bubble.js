// One message: its bubble and the keyboard under it.

import { renderAttachments, summary } from "./attachments.js";
import { el, icon } from "./dom.js";
import { renderText } from "./entities.js";
import { clock, t } from "./texts.js";

/** The list item of a message. `hands` are what the person can do: press, say, reply, edit, vote. */
export function renderMessage(message, { mine, hands, folds, waiting, reactions, freshFrom }) {
  const item = el("li", { className: "message", dataset: { id: message.message_id } });
  item.classList.toggle("mine", mine);
  const bubble = el("div", { className: "bubble" }, head(message, hands), renderAttachments(message, { onVote: hands.vote }));
  bubble.append(body(message, { folds, freshFrom, onCommand: hands.say }));
  if (reactions?.length) bubble.append(el("span", { className: "reaction" }, reactions.map((one) => one.emoji ?? "★").join(" ")));
  item.append(bubble, tools(message, mine, hands));
  const keyboard = message.reply_markup?.inline_keyboard;
  if (keyboard) {
    item.classList.add("with-keys");
    item.append(renderKeys(keyboard, { waiting, press: (data) => hands.press(message.message_id, data) }));
  }
  return item;
}

function head(message, hands) {
  const nodes = [];
  const origin = message.forward_origin;
  if (origin) {
    const name = origin.chat?.title ?? origin.sender_user_name ?? origin.sender_user?.first_name ?? "";
    nodes.push(el("span", { className: "forwarded" }, `${t("forwarded")} `, el("b", {}, name)));
  }
  const answered = message.reply_to_message;
  if (answered) {
    const author = answered.from?.is_bot ? answered.from.first_name : t("you");
    const properties = { type: "button", className: "answered", onclick: () => hands.show(answered.message_id) };
    nodes.push(el("button", properties, el("b", {}, author), el("span", {}, summary(answered))));
  }
  return nodes;
}

function body(message, context) {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities;
  const meta = el("span", { className: "meta" }, [isMarkedEdited(message) ? `${t("edited")} ` : "", clock(message.date)]);
  return el("div", { className: "text", dir: "auto" }, renderText(text, entities, context), meta);
}

// As Telegram's clients do: a bot's card with buttons changes all the time and is not marked.
function isMarkedEdited(message) {
  return message.edit_date && !(message.from?.is_bot && message.reply_markup);
}

function tools(message, mine, hands) {
  const reply = el("button", { type: "button", className: "tool", "aria-label": t("replyTo"), onclick: () => hands.reply(message) }, icon("reply"));
  const edit = el("button", { type: "button", className: "tool", "aria-label": t("editing"), onclick: () => hands.edit(message) }, icon("pen"));
  return el("div", { className: "tools" }, mine && message.text ? edit : reply);
}

export function renderKeys(rows, { waiting, press }) {
  const key = (button) => {
    if (button.url) {
      return el("a", { className: "key url", href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.text);
    }
    const properties = { type: "button", className: "key", onclick: () => press(button.callback_data ?? button.text) };
    const node = el("button", properties, button.text);
    node.classList.toggle("waiting", waiting?.has(button.callback_data) ?? false);
    return node;
  };
  return el("div", { className: "keys" }, rows.map((row) => el("div", { className: "keys-row" }, row.map(key))));
}

export function renderTyping() {
  const dots = [el("i"), el("i"), el("i")];
  return el("li", { className: "message typing first last", "aria-hidden": "true" }, el("div", { className: "bubble" }, dots));
}
