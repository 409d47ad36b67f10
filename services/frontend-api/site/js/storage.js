// Values a person chose or typed, stored in this browser only.

/** @param {string} key */
export function stored(key) {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function store(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/**
 * A value of this tab, which goes when the tab is closed.
 *
 * @param {string} key
 */
export function storedInTab(key) {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function storeInTab(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Without storage, or when it is full, the value lasts as long as the page.
  }
}
