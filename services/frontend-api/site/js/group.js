// Map.groupBy, also for browsers that don't have it yet.

/**
 * @template T
 * @template K
 * @param {T[]} items
 * @param {(item: T) => K} keyOf
 * @returns {Map<K, T[]>}
 */
export function groupBy(items, keyOf) {
  if (Map.groupBy) return Map.groupBy(items, keyOf);
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}
