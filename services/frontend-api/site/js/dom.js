// Elements from plain calls. Text is always set as text, so nothing a site sends is ever read as markup.

export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key in element && typeof value === 'boolean') element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

// An address from outside may become a link or a picture only as http or https.
export function webAddress(value) {
  if (!value) return undefined;
  try {
    const address = new URL(value);
    return /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

// A picture of somebody else's site: decoration, not told where it is shown, and gone when it does not load.
export function picture(address, className) {
  const src = webAddress(address);
  if (!src) return undefined;
  const image = h('img', { class: className, alt: '', loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer', src });
  image.addEventListener('error', () => image.remove());
  return image;
}

export function announce(text) {
  document.getElementById('announcer').textContent = text;
}

// A line that says what is going on while something is fetched.
export function waiting(text) {
  announce(text);
  return h('p', { class: 'waiting' }, h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), text);
}

export function copyButton(text, label) {
  const button = h('button', { type: 'button', class: 'quiet' }, label);
  button.addEventListener('click', async () => {
    const done = await copied(text);
    button.textContent = done ? 'Copied' : 'Press Ctrl+C to copy';
    announce(done ? 'Copied to the clipboard' : 'Select the text and copy it');
    setTimeout(() => { button.textContent = label; }, 2500);
  });
  return button;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https there is no clipboard to write to; the text beside the button can still be selected.
    const field = document.querySelector('textarea[readonly]');
    field?.select();
    return Boolean(field) && document.execCommand('copy');
  }
}
