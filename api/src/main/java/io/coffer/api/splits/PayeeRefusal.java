package io.coffer.api.splits;

import io.coffer.api.merchants.MerchantFeeAccountId;

/** Why a payee's fee account would not take its leg: the code of its refusal. */
public record PayeeRefusal(MerchantFeeAccountId payee, String code) {}
