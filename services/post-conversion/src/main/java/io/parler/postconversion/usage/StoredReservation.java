package io.parler.postconversion.usage;

import io.parler.id.AccountId;
import java.time.YearMonth;
import java.util.OptionalLong;

/// What is stored for one conversion: its account, the month that it counts in, and its characters.
///
/// @param characters reserved ones, or billed ones once it is settled
/// @param accountCap the account's monthly cap when the conversion was accepted
/// @param quoted what its owner agreed to at most
public record StoredReservation(
        AccountId account,
        YearMonth month,
        long characters,
        long accountCap,
        State state,
        OptionalLong quoted) {
    public StoredReservation(
            AccountId account, YearMonth month, long characters, long accountCap, State state) {
        this(account, month, characters, accountCap, state, OptionalLong.empty());
    }

    /// How far the conversion has come.
    public enum State {
        /// Its characters are set aside.
        RESERVED,
        /// It was not published, or it failed: its characters were given back.
        RELEASED,
        /// What it was billed is counted.
        SETTLED
    }

    boolean is(State other) {
        return state == other;
    }

    StoredReservation with(long otherCharacters, State otherState) {
        return new StoredReservation(
                account, month, otherCharacters, accountCap, otherState, quoted);
    }
}
