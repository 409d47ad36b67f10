package io.parler.bench.scale;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Which account requests a conversion: few are large, most are small (Zipf). Account 0 is the
/// largest.
final class AccountSizes {
    private final double[] cumulative;

    AccountSizes(int accounts, double skew) {
        cumulative = new double[accounts];
        double sum = 0;
        for (int i = 0; i < accounts; i++) {
            sum += StrictMath.pow(i + 1.0, -skew);
            cumulative[i] = sum;
        }
    }

    int next(RandomGenerator random) {
        double point = random.nextDouble() * cumulative[cumulative.length - 1];
        int index = Arrays.binarySearch(cumulative, point);
        return Math.min(index < 0 ? -index - 1 : index, cumulative.length - 1);
    }

    /// The share of all conversions that an account requests.
    double share(int account) {
        double before = account == 0 ? 0 : cumulative[account - 1];
        return (cumulative[account] - before) / cumulative[cumulative.length - 1];
    }

    /// The class of an account: the largest, the others of the largest hundredth, all others.
    AccountClass classOf(int account) {
        if (account == 0) {
            return AccountClass.LARGEST;
        }
        return account < cumulative.length / 100 ? AccountClass.LARGE : AccountClass.SMALL;
    }

    /// Accounts of about one size.
    enum AccountClass {
        LARGEST("the largest account"),
        LARGE("the rest of the largest 1 %"),
        SMALL("all others");

        private final String label;

        AccountClass(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
