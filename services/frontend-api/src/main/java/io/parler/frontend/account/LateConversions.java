package io.parler.frontend.account;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;

/// Deletes the conversions that end after their account was deleted.
///
/// A conversion is listed before it is looked up here, and an account is marked as deleted before
/// its conversions are listed for deletion. So one of the two sees every conversion.
public final class LateConversions {
    private final AccountStore accounts;
    private final DeletionPublisher deletions;

    public LateConversions(AccountStore accounts, DeletionPublisher deletions) {
        this.accounts = accounts;
        this.deletions = deletions;
    }

    /// Deletes the conversion if its account was deleted.
    ///
    /// @return whether it was
    public boolean delete(ConversionId id, AccountId account) {
        boolean late =
                !account.equals(AccountId.OWNER)
                        && accounts.getAccount(account).filter(Account::isDeleted).isPresent();
        if (late) {
            deletions.conversionDeleted(id, account);
        }
        return late;
    }
}
