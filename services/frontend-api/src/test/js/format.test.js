import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, count, dateOrTime, duration, host, language, minutes, minutesOfWords, money, perMillion, size, timeLeft } from '../../../site/js/format.js';

test('a count has the singular only for one', () => {
  assert.deepEqual([0, 1, 1200].map((n) => count(n, 'post')), ['0 posts', '1 post', '1,200 posts']);
});

test('a length is rounded to minutes, and is never zero', () => {
  assert.deepEqual([10, 50, 89, 90, 600].map(minutes), ['under a minute', 'about 1 min', 'about 1 min', 'about 2 min', 'about 10 min']);
  assert.equal(minutesOfWords(1550), 'about 10 min');
});

test('a clock shows hours only when there are any', () => {
  assert.deepEqual([0, 184.6, 3599.9, 3661].map(clock), ['0:00', '3:04', '59:59', '1:01:01']);
  assert.deepEqual([0.2, 2, 59.4, 60, 449.7, 3600].map(duration), ['1 second', '2 seconds', '59 seconds', '1:00 min', '7:30 min', '1:00:00 h']);
});

test('the time left is coarse', () => {
  assert.deepEqual([3, 12, 60, 170].map(timeLeft),
    ['a few seconds left', 'about 10 seconds left', 'about a minute left', 'about 3 minutes left']);
});

test('a price under a cent is not shown as nothing', () => {
  assert.deepEqual([0, 0.0004, 0.01, 1.005, 12].map((amount) => money({ currency: 'USD', amount })),
    ['free', 'under $0.01', '$0.01', '$1.01', '$12.00']);
  assert.equal(money({ currency: 'USD', amount: 0 }, true), 'under $0.01');
});

test('a price per million characters has cents only when it needs them', () => {
  assert.deepEqual([0, 16, 4.5].map((perMillionCharacters) => perMillion({ currency: 'USD', perMillionCharacters })),
    ['free', '$16 per million characters', '$4.50 per million characters']);
});

test('a size is at least one KB', () => {
  assert.deepEqual([1, 1499, 99_999, 100_000, 5_250_000].map(size), ['1 KB', '1 KB', '100 KB', '0.1 MB', '5.3 MB']);
});

test('today is shown as a time, another day as a date', () => {
  assert.match(dateOrTime(new Date().toISOString()), /^today, \d\d:\d\d$/);
  assert.equal(dateOrTime('2020-03-05T12:00:00Z'), '5 March 2020');
});

test('a language is named, and an unknown tag is shown as it is', () => {
  assert.deepEqual(['de', 'pt-BR', '!'].map(language), ['German', 'Portuguese (Brazil)', '!']);
  assert.deepEqual(['en-GB-WLS', 'en-GB-ZZZ', 'hak', 'arb', 'cmn-CN'].map(language),
    ['English (Wales)', 'English (United Kingdom)', 'Hakka Chinese', 'Arabic', 'Chinese (China)']);
});

test('a host is shown without www', () => {
  assert.deepEqual(['https://www.example.com/a', 'http://localhost:80/', 'nonsense'].map(host), ['example.com', 'localhost', 'nonsense']);
});
