// The page of an exported recording: a click on a chapter or a sentence plays it, and the sentence that is heard is marked.
{
  const audio = document.querySelector('audio');
  const starts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-start]')]);
  const sentences = starts.filter(({ tagName }) => tagName === 'SPAN');

  /** @param {HTMLElement} element */
  const start = (element) => Number(element.dataset.start);

  for (const element of starts) {
    element.addEventListener('click', (event) => {
      if (!audio) return;
      event.preventDefault();
      audio.currentTime = start(element);
      audio.play().catch(console.warn);
    });
  }

  audio?.addEventListener('timeupdate', () => {
    const heard = sentences.findLast((sentence) => start(sentence) <= audio.currentTime);
    for (const sentence of sentences) {
      sentence.classList.toggle('heard', sentence === heard);
    }
  });
}
