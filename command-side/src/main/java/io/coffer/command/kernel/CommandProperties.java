package io.coffer.command.kernel;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.payments.ChannelTerms;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.FeeTerm;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator of the command side may set.
 *
 * @param custodyAccounts the institution's reserve accounts
 * @param courtAccounts where deducted money may go
 * @param channels the payment channels that the institution has a contract with
 * @param transferFees what orders that are paid by transfer to a number of ours may cost
 * @param ownFunds the institution's accounts for its own money, from which it may move some to a reserve account
 */
@ConfigurationProperties("coffer")
public record CommandProperties(
        List<Custody> custodyAccounts,
        @DefaultValue List<Court> courtAccounts,
        @DefaultValue List<OwnFunds> ownFunds,
        @DefaultValue List<Channel> channels,
        @DefaultValue List<Fee> transferFees,
        Bank bank,
        @DefaultValue Deadlines deadlines,
        @DefaultValue Splits splits,
        @DefaultValue Policies policies,
        @DefaultValue Aggregates aggregates) {

    Set<CustodyAccount> accounts() {
        return custodyAccounts.stream().map(Custody::account).collect(Collectors.toUnmodifiableSet());
    }

    Set<CustodyAccount> weaklyNoticed() {
        return custodyAccounts.stream()
                .filter(Custody::weakNotices)
                .map(Custody::account)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<CustodyAccount> ownFundAccounts() {
        return ownFunds.stream()
                .map(own -> new CustodyAccount(own.bankCode(), own.accountNo()))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<ChannelTerms> channelTerms() {
        return channels.stream()
                .map(channel -> new ChannelTerms(
                        channel.code(),
                        channel.refundDays(),
                        channel.refundsMax(),
                        channel.secondsBetweenRefunds(),
                        channel.reversalTerms()))
                .toList();
    }

    Map<String, List<FeeTerm>> channelFees() {
        return channels.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Channel::code,
                        channel -> channel.fees().stream().map(Fee::term).toList()));
    }

    Map<String, Settling> settling() {
        var agreed = new HashMap<String, Settling>();
        for (var channel : channels) {
            var settling = channel.settling();
            if (settling != null) {
                agreed.put(channel.code(), settling);
            }
        }
        return Map.copyOf(agreed);
    }

    List<FeeTerm> feesOfTransfers() {
        return transferFees.stream().map(Fee::term).toList();
    }

    /**
     * What one channel agreed to about refunds; orders keep the terms that they were made under.
     *
     * @param reverses whether it makes payments of the same day void
     * @param reversalCutOff until when on that day, as in {@code 23:30} in Shanghai; absent: until it is over
     * @param fees what its orders may cost; none is agreed that is not listed
     * @param settling how it pays; where nothing is agreed, its files name no bank's line, and people assign each
     */
    public record Channel(
            String code,
            @DefaultValue("365") int refundDays,
            @DefaultValue("50") int refundsMax,
            @DefaultValue("60") int secondsBetweenRefunds,
            @DefaultValue("false") boolean reverses,
            @Nullable String reversalCutOff,
            @DefaultValue List<Fee> fees,
            @Nullable Settling settling) {

        Optional<ChannelTerms.ReversalTerms> reversalTerms() {
            return reverses
                    ? Optional.of(new ChannelTerms.ReversalTerms(
                            Optional.ofNullable(reversalCutOff).map(LocalTime::parse)))
                    : Optional.empty();
        }
    }

    /** From which account a channel pays what it owes, and into which of the reserve accounts. */
    public record Settling(String fromBankCode, String fromAccountNumber, String intoBankCode, String intoAccountNo) {
        public Settling {
            // At the start, where somebody looks; its first use may be days later.
            Keys.digits("fromBankCode", fromBankCode, 12);
            Keys.digits("fromAccountNumber", fromAccountNumber, 34);
            Keys.digits("intoBankCode", intoBankCode, 12);
            Keys.digits("intoAccountNo", intoAccountNo, 32);
        }
    }

    /**
     * One agreed fee. Own cash is the institution's: only where the bearer says PLATFORM may an order leave the fee to it.
     *
     * @param cap the most that it is, in yuan
     * @param refundable whether it is given back with the price
     */
    public record Fee(
            int rateBp,
            @Nullable String cap,
            FeeBearer bearer,
            @DefaultValue("false") boolean refundable) {

        FeeTerm term() {
            return new FeeTerm(
                    rateBp,
                    Optional.ofNullable(cap).map(most -> new Amount(most, Money.CNY.getCurrencyCode()).toMoney()),
                    bearer,
                    refundable);
        }
    }

    /** One account for the institution's own money. */
    public record OwnFunds(String bankCode, String accountNo) {}

    /** The account of one listed court. */
    public record Court(String name, String bankCode, String accountNumber) {
        public Court {
            Keys.digits("bankCode", bankCode, 12);
            Keys.digits("accountNumber", accountNumber, 34);
        }
    }

    /**
     * One registered reserve account.
     *
     * @param weakNotices whether the bank may tell of its money without core number. Then every line is looked for under
     *     its fingerprint first. Switch it on before a bank's day begins: lines of the same day that came before are not met.
     */
    public record Custody(
            String bankCode,
            String accountNo,
            @DefaultValue("false") boolean weakNotices) {

        CustodyAccount account() {
            return new CustodyAccount(bankCode, accountNo);
        }
    }

    /**
     * The bank's payout service.
     *
     * @param callTimeout must be shorter than callDeadline
     * @param longestRetry the longest wait between two calls of a channel that puts a refund off; waits double up to it
     * @param retriesMax after so many of them it waits for a person
     * @param retryFor and after so long a time
     */
    public record Bank(
            @DefaultValue("") String url,
            @DefaultValue("5s") Duration callTimeout,
            @DefaultValue("15s") Duration callDeadline,
            @DefaultValue("30s") Duration quietTime,
            @DefaultValue("2s") Duration firstQuery,
            @DefaultValue("24h") Duration evidenceAfter,
            @DefaultValue("1h") Duration longestRetry,
            @DefaultValue("20") int retriesMax,
            @DefaultValue("24h") Duration retryFor) {}

    /** How long a deadline waits after it came due; it doubles. */
    public record Deadlines(
            @DefaultValue("2s") Duration firstWait,
            @DefaultValue("5m") Duration longestWait) {}

    /**
     * Splits of merchants' money.
     *
     * @param returnWithin so long payees give back of what they got
     */
    public record Splits(@DefaultValue("180d") Duration returnWithin) {}

    /**
     * The policies and deadlines of this node.
     *
     * @param enabled false for a node that only takes commands; of all nodes one must be left that works policies off
     */
    public record Policies(@DefaultValue("true") boolean enabled) {}

    /**
     * The aggregates in memory.
     *
     * @param cached how many at most
     */
    public record Aggregates(@DefaultValue("20000") int cached) {}
}
