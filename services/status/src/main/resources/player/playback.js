// The audio: where it is, and who is told.

import { positionOf, remember, rememberPosition, settings } from "./memory.js";

const CHANNEL = "parler:playing";
const MIN_SECONDS_REMEMBERED = 5;

/** Plays the audio of the page. Nothing is loaded before it is played. */
export class Playback {
  /** @type {number | null} where to start once the audio's length is known */
  #pending = null;
  /** @type {((seconds: number) => void)[]} */
  #followers = [];
  #remembered = 0;
  /** @type {number[]} those that a listener can choose, slowest first */
  speeds = [];

  /**
   * @param {HTMLAudioElement} audio
   * @param {number} seconds its length, known before it is loaded
   */
  constructor(audio, seconds) {
    this.audio = audio;
    this.seconds = seconds;
    const { speed = 1, volume = 1, muted = false } = settings();
    audio.defaultPlaybackRate = speed;
    audio.playbackRate = speed;
    audio.volume = volume;
    audio.muted = muted;
    ["timeupdate", "durationchange", "seeked"].forEach((type) => audio.addEventListener(type, () => this.#changed()));
    audio.addEventListener("loadedmetadata", () => {
      if (this.#pending !== null) {
        audio.currentTime = this.#pending;
        this.#pending = null;
      }
      this.#changed();
    });
    audio.addEventListener("pause", () => this.#remember());
    audio.addEventListener("ended", () => rememberPosition(this.#name, 0));
    addEventListener("pagehide", () => audio.readyState > 0 && this.#remember());
  }

  get #name() {
    return this.audio.getAttribute("src") ?? "";
  }

  get length() {
    return Number.isFinite(this.audio.duration) ? this.audio.duration : this.seconds;
  }

  get now() {
    return this.#pending ?? this.audio.currentTime;
  }

  get paused() {
    return this.audio.paused;
  }

  /** Goes to where it was stopped on this device; to the beginning if that was at its very end. */
  resume() {
    const seconds = positionOf(this.#name);
    if (seconds > 0 && seconds < this.length - 2) {
      this.go(seconds);
    }
  }

  toggle() {
    return this.paused ? this.play() : this.pause();
  }

  play() {
    if (this.audio.error) {
      this.#pending = this.now;
      this.audio.load();
    }
    this.audio.play().catch(() => {});
  }

  pause() {
    this.audio.pause();
  }

  /** @param {number} seconds */
  go(seconds) {
    const to = Math.min(Math.max(seconds, 0), this.length);
    if (this.audio.readyState === 0) {
      this.#pending = to;
    }
    this.audio.currentTime = to;
    this.#changed();
  }

  /** @param {number} seconds */
  step(seconds) {
    this.go(this.now + seconds);
  }

  /** @param {number} speed */
  setSpeed(speed) {
    this.audio.defaultPlaybackRate = speed;
    this.audio.playbackRate = speed;
    remember({ speed });
  }

  /** @param {1 | -1} direction to the next faster or slower speed */
  changeSpeed(direction) {
    const { playbackRate } = this.audio;
    const next = direction > 0 ? this.speeds.find((speed) => speed > playbackRate) : this.speeds.findLast((speed) => speed < playbackRate);
    this.setSpeed(next ?? playbackRate);
  }

  /** @param {number} volume from 0 to 1; any sound ends muting */
  setVolume(volume) {
    this.audio.volume = Math.min(Math.max(Math.round(volume * 100) / 100, 0), 1);
    this.setMuted(this.audio.volume === 0);
    remember({ volume: this.audio.volume });
  }

  /** @param {boolean} muted */
  setMuted(muted) {
    this.audio.muted = muted;
    remember({ muted });
  }

  /**
   * Calls with the time, now and whenever it changes.
   *
   * @param {(seconds: number) => void} follower
   */
  follow(follower) {
    this.#followers.push(follower);
    follower(this.now);
  }

  #changed() {
    const { now } = this;
    this.#followers.forEach((follower) => follower(now));
    if (!this.paused && Math.abs(now - this.#remembered) >= MIN_SECONDS_REMEMBERED) {
      this.#remember();
    }
  }

  #remember() {
    this.#remembered = this.now;
    rememberPosition(this.#name, this.now);
  }
}

/**
 * Pauses when another player of this browser starts.
 *
 * @param {Playback} playback
 */
export function pauseForOthers(playback) {
  try {
    const channel = new BroadcastChannel(CHANNEL);
    playback.audio.addEventListener("play", () => channel.postMessage("playing"));
    channel.addEventListener("message", () => playback.pause());
  } catch {
    // Without an origin there is no channel.
  }
}
